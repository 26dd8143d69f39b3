// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <thread>

namespace quaywatch {

/// Ctrl+C in the terminal and the session's request to end, as a signal of Qt, so that the
/// program can save before it goes. The next such request ends it at once. One at a time.
class QuitSignals final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuitSignals)

public:
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override;

signals:
    void quitAsked();

private:
    std::thread m_waiter;
    QTimer m_look;  // where no thread may be started to wait
};

}  // namespace quaywatch
