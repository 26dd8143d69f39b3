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

/// Fetches one file by HTTPS because a person asked for it. Sends a plain GET and nothing that
/// tells of this machine: no cookies, no referrer, no language. Takes no more bytes than a registry
/// can have, and follows a redirection only from https to https. Plain HTTP is for this machine
/// itself alone.
class RegistryDownload final : public QObject {
    Q_OBJECT

public:
    explicit RegistryDownload(QObject* parent = nullptr);

    /// Why an address is not taken, as a sentence; empty if it is.
    [[nodiscard]] static QString problemOf(const QUrl& address);

    /// How long nothing may come; 30 seconds.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /// Answered by finished() or failed(), once, unless cancel() comes before. The address must
    /// have no problemOf().
    void start(const QUrl& address);
    /// Drops what is under way, if anything; at once.
    void cancel();

signals:
    /// @param total  Bytes in all; -1 where the server does not say.
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
