// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>

namespace quaywatch {

/// Checks whether it is safe to let Qt create a tray icon. Before its first icon, Qt queries the
/// desktop's tray service and waits for the answer, up to 25 seconds if the service hangs, with the
/// window frozen. This class sends the same query first, without waiting. Lives on the GUI thread.
class TrayProbe final : public QObject {
    Q_OBJECT

public:
    enum class Answer : std::uint8_t {
        Awaited,
        Safe,        ///< The service answers, or there is none.
        NoResponse,  ///< It does not answer: do not create a tray icon.
    };
    static constexpr std::chrono::milliseconds kPatience{2000};

    /// Starts the timeout: a bus that never becomes available counts as no response, too.
    explicit TrayProbe(std::chrono::milliseconds patience = kPatience, QObject* parent = nullptr);

    /// Queries the service, and again whenever the tray service appears, disappears or is replaced.
    /// @param bus  May be unconnected: then there is no service to wait for.
    void setBus(const QDBusConnection& bus);

    [[nodiscard]] Answer answer() const noexcept { return m_answer; }

signals:
    /// The answer has arrived, or has changed.
    void answered();

private:
    void ask(const QDBusConnection& bus);
    void take(Answer answer);

    Answer m_answer = Answer::Awaited;
    std::chrono::milliseconds m_patience;
    QTimer m_limit;
};

}  // namespace quaywatch
