// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/file_lock.h"

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <chrono>
#include <cstdint>

class QLocalSocket;

namespace quaywatch {

/// Limits the program to a single instance: the first start listens on a socket that only this user
/// can reach, later starts pass their request to it. Requests are not trusted: they must be short,
/// have a known form, and arrive soon.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    /// @param folder  A folder that only this user can access, such as $XDG_RUNTIME_DIR.
    /// @param place   Starts with different places do not find each other. See here().
    SingleInstance(const QString& folder, const QString& place, QObject* parent = nullptr);

    /// The runtime folder of this user's session; empty if there is none that is safe.
    [[nodiscard]] static QString defaultFolder();
    /// Returns a folder that only this user can access, inside one that everybody may write to.
    /// Creates it if it does not exist; empty if it is not safe.
    [[nodiscard]] static QString ownFolder(const QString& parent, std::uint32_t uid);
    /// The display and, if available, the network namespace: a window of another one would be on
    /// another screen, or show other ports. One display has one name here, however it is written.
    ///
    /// @param platform  QGuiApplication::platformName(): which variable names the display.
    [[nodiscard]] static QString here(const QString& platform);

    enum class Outcome : std::uint8_t {
        First,       ///< This instance listens now, or cannot listen and runs alone.
        HandedOver,  ///< Another instance runs and has accepted the request: this one can end.
        NoResponse,  ///< Another instance runs and does not answer.
    };
    /// If there is another instance, blocks until it has answered or `patience` has expired.
    ///
    /// @param isHidden  Do not show the window of the other instance.
    /// @param view      Name of the view to show; empty for the current one.
    [[nodiscard]] Outcome start(bool isHidden, const QString& view,
                                std::chrono::milliseconds patience);

signals:
    /// Another start requests that the window is shown.
    void raised(const QString& view);

private:
    [[nodiscard]] bool handOver(const QByteArray& message,
                                std::chrono::milliseconds patience) const;
    void takeConnection();
    void read(QLocalSocket& socket);

    QString m_path;
    FileLock m_lock;
    QLocalServer m_server;
};

}  // namespace quaywatch
