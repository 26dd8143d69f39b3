// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>

class QNetworkReply;

namespace quaywatch {

/// Downloads one file over HTTPS at the user's request. Sends a plain GET and nothing that
/// identifies this machine: no cookies, no referrer, no language. Receives at most the number of
/// bytes that a registry can have, and follows a redirection only from https to https. Plain HTTP
/// is allowed only to this machine itself.
class RegistryDownload final : public QObject {
    Q_OBJECT

public:
    explicit RegistryDownload(QObject* parent = nullptr);

    /// Why an address is refused, as a sentence; empty if it is accepted.
    [[nodiscard]] static QString problemOf(const QUrl& address);

    /// Sets how long the download may stay without new data; 30 seconds by default.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /// Answered by finished() or failed(), once, unless cancel() is called first. The address must
    /// have no problemOf().
    void start(const QUrl& address);
    /// Stops a running download immediately.
    void cancel();

signals:
    /// @param total  Total size in bytes; -1 if the server does not report it.
    void progressed(qint64 received, qint64 total);
    void finished(const QByteArray& bytes);
    /// @param problem  A sentence; plain text.
    void failed(const QString& problem);

private:
    void follow(const QUrl& target);
    void take();
    void finish();
    void fail(const QString& problem);
    [[nodiscard]] QString problemOfReply() const;

    QNetworkAccessManager m_manager;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_bytes;
    std::chrono::milliseconds m_patience;
};

}  // namespace quaywatch
