// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// window_start empty|whole: opens an empty Qt window, or the whole window of the program on this
// machine's sockets, and ends as soon as its first complete picture is painted. run_bench compares
// the times of both. The window is put together as in app/gui/main.cpp, without the session bus.

#include "app/alerts/alert_manager.h"
#include "app/gui/sockets/socket_page.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/theme.h"
#include "app/gui/window/main_window.h"
#include "app/history/history_controller.h"
#include "app/models/listeners/listener_tree_model.h"
#include "app/registry/registry_manager.h"
#include "app/text/translation.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTimer>

#include <cstdlib>
#include <string_view>

namespace {

using namespace quaywatch;
using namespace Qt::Literals::StringLiterals;

constexpr QSize kSize{1280, 800};

int openEmpty()
{
    QMainWindow window;
    window.resize(kSize);
    window.show();
    QTimer::singleShot(0, &window, [&window] {
        window.repaint();
        QApplication::exit();
    });
    return QApplication::exec();
}

/// Paints and ends once the rows of the first poll are sorted.
void finishWhenShown(MainWindow& window)
{
    const auto& page = dynamic_cast<SocketPage&>(window.page());
    const auto* model = qobject_cast<const ListenerTreeModel*>(page.view().model());
    if (model != nullptr && model->isBusy()) {
        QTimer::singleShot(1, &window, [&window] { finishWhenShown(window); });
        return;
    }
    window.repaint();
    QApplication::exit();
}

int openWhole()
{
    QApplication::setWindowIcon(programIcon());
    const DesktopColors desktop = DesktopColors::ofThisDesktop();
    Translation translation;
    translation.speak({});
    Settings settings(Settings::defaultPath());
    applyTheme(settings.values().theme, {desktop.isDark, desktop.palette}, false);
    RegistryManager registry{std::string()};
    MonitorController monitor(accessToThisMachine());
    HistoryController history(HistoryController::defaultPath());
    history.setSettings({true, {}});
    QObject::connect(&monitor, &MonitorController::updated, &history, &HistoryController::record);
    AlertManager alerts(settings);
    QObject::connect(&monitor, &MonitorController::updated, &alerts, &AlertManager::follow);
    QObject::connect(&monitor, &MonitorController::alerted, &alerts, &AlertManager::add);
    MainWindow window({monitor, settings, &history, &alerts, &registry},
                      readCurrentUserWithoutName());
    window.resize(kSize);
    window.show();
    QObject::connect(
        &monitor, &MonitorController::shown, &window, [&window] { finishWhenShown(window); },
        Qt::SingleShotConnection);
    monitor.start();
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(u"quaywatch"_s);
    QApplication application(argc, argv);
    const bool isWhole = argc > 1 && std::string_view(argv[1]) == "whole";
    // As the program does: the destructors of libraries do not count.
    std::quick_exit(isWhole ? openWhole() : openEmpty());
}
