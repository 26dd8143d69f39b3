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

/// Makes one program of several starts: the first listens on a socket that only this user can
/// reach, later ones hand over what they were asked to show. Nothing that comes is trusted: it is
/// short, of a known form, and must come soon.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    /// @param folder  This user's alone, such as $XDG_RUNTIME_DIR.
    /// @param place   Starts of different places do not know each other. See here().
    SingleInstance(const QString& folder, const QString& place, QObject* parent = nullptr);

    /// The folder of this user's session; empty if there is none that is safe.
    [[nodiscard]] static QString defaultFolder();
    /// A folder of this user's alone below one that everybody may write to; made if it is not
    /// there, empty if it is not safe.
    [[nodiscard]] static QString ownFolder(const QString& parent, std::uint32_t uid);
    /// The display and, where there are such, the network namespace: the window of another one
    /// would be on another screen, or show other ports.
    [[nodiscard]] static QString here();

    enum class Outcome : std::uint8_t {
        First,       ///< This one listens now, or cannot and runs alone.
        HandedOver,  ///< Another one runs and has taken the request: there is nothing left to do.
        NoResponse,  ///< Another one runs and does not answer.
    };
    /// Blocks, if there is another one, until that has answered or `patience` is over.
    ///
    /// @param isHidden  The other one's window is left as it is.
    /// @param view      Name of the view to show; empty for the one that is there.
    [[nodiscard]] Outcome start(bool isHidden, const QString& view,
                                std::chrono::milliseconds patience);

signals:
    /// Another start asks for the window.
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
