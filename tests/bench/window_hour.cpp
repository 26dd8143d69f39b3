// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// window_hour: the window with 1,000 sockets for an hour of polls, one a second, as fast as they
// go; twenty sockets are replaced in each. Prints its memory as JSON: resident after the first
// minute and after the hour, in megabytes.

#include "app/alerts/alert_manager.h"
#include "app/gui/window/main_window.h"
#include "app/gui/window/views.h"
#include "app/history/history_controller.h"
#include "tests/bench/busy_server.h"
#include "tests/support/machine/fake_monitored_machine.h"

#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

namespace {

using namespace quaywatch;
using namespace std::chrono_literals;

constexpr std::uint32_t kSockets = 1000;
constexpr int kReplacedEachPoll = 20;
constexpr int kPollsOfAnHour = 3600;

double residentMegabytes()
{
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stod(line.substr(line.find(':') + 1)) / 1024;
        }
    }
    return 0;
}

/// The sockets of one poll: in each, other connections have been replaced.
class BusyHour {
public:
    explicit BusyHour(test::FakeMachine& machine)
        : m_machine(machine)
        , m_start(std::chrono::system_clock::now())
    {
        m_machine.snapshot = *bench::busyServer(kSockets);
    }
    void next()
    {
        std::vector<SocketRecord>& sockets = m_machine.snapshot.sockets;
        for (int i = 0; i < kReplacedEachPoll; ++i) {
            SocketRecord& socket = sockets[m_next++ % sockets.size()];
            if (socket.hasRemote()) {
                socket.key.remotePort = static_cast<Port>(1024 + m_next % 60000);
            }
        }
        m_machine.snapshot = test::snapshotOf(std::move(sockets));
        m_machine.snapshot.takenAt = m_start + ++m_poll * 1s;
    }

private:
    test::FakeMachine& m_machine;
    std::chrono::system_clock::time_point m_start;
    std::size_t m_next = 0;
    int m_poll = 0;
};

void poll(MonitorController& monitor, BusyHour& hour)
{
    hour.next();
    QEventLoop loop;
    QObject::connect(&monitor, &MonitorController::updated, &loop, &QEventLoop::quit);
    monitor.refreshNow();
    loop.exec();
    QCoreApplication::processEvents();  // Paints the changes.
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    test::FakeMachine machine;
    BusyHour hour(machine);
    Settings settings{QString()};
    MonitorController monitor(machine.access());
    HistoryController history(folder.filePath(QStringLiteral("history.sqlite")));
    history.setSettings({true, {}});
    AlertManager alerts(settings);
    QObject::connect(&monitor, &MonitorController::measured, &history,
                     &HistoryController::recordTraffic);
    QObject::connect(&monitor, &MonitorController::updated, &history, &HistoryController::record);
    QObject::connect(&monitor, &MonitorController::alerted, &history,
                     &HistoryController::recordAlerts);
    QObject::connect(&monitor, &MonitorController::updated, &alerts, &AlertManager::follow);
    QObject::connect(&monitor, &MonitorController::alerted, &alerts, &AlertManager::add);
    MainWindow window({monitor, settings, &history, &alerts, nullptr},
                      CurrentUser{1000, "u", false});
    settings.change([](SettingsValues& values) { values.interval = 1h; });
    window.show();
    double minute = 0;
    for (int i = 0; i < kPollsOfAnHour; ++i) {
        poll(monitor, hour);
        if (i < static_cast<int>(views().size())) {
            window.showView(QString(views()[static_cast<std::size_t>(i)].name));  // each once
        } else if (i == 60) {
            window.showView(u"listeners");
            minute = residentMegabytes();
        }
    }
    std::printf("{\"after_a_minute\": %.1f, \"after_an_hour\": %.1f}\n", minute,
                residentMegabytes());
}
