// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <thread>

namespace quaywatch {

/// Reports Ctrl+C in the terminal (SIGINT) and the session's request to end (SIGTERM) as a Qt
/// signal, so that the program can save its data before it ends. The next such signal ends the
/// program at once. Only one object at a time.
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
    QTimer m_poll;  // polls if no thread can be started to wait
};

}  // namespace quaywatch
