// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>

namespace quaywatch {

/// Whether Qt may be asked for a tray. Before its first icon Qt asks the desktop's tray service and
/// waits for the answer, up to 25 seconds where that hangs, with the window frozen; so the same is
/// asked here first, without waiting. Lives on the GUI thread.
class TrayProbe final : public QObject {
    Q_OBJECT

public:
    enum class Answer : std::uint8_t {
        Awaited,
        Safe,        ///< The service answers, or there is none.
        NoResponse,  ///< It does not answer: no tray may be asked for.
    };
    static constexpr std::chrono::milliseconds kPatience{2000};

    /// Begins to wait: also a bus that never comes is deaf.
    explicit TrayProbe(std::chrono::milliseconds patience = kPatience, QObject* parent = nullptr);

    /// Asks, and asks again whenever the tray comes, goes or is replaced.
    /// @param bus  May be one that is not connected: then there is no service to wait for.
    void setBus(const QDBusConnection& bus);

    [[nodiscard]] Answer answer() const noexcept { return m_answer; }

signals:
    /// The answer has come, or is another one.
    void answered();

private:
    void ask(const QDBusConnection& bus);
    void take(Answer answer);

    Answer m_answer = Answer::Awaited;
    std::chrono::milliseconds m_patience;
    QTimer m_limit;
};

}  // namespace quaywatch
