// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/alert_manager.h"
#include "app/desktop/color_scheme_portal.h"
#include "app/desktop/quit_signals.h"
#include "app/desktop/session_bus.h"
#include "app/desktop/single_instance.h"
#include "app/desktop/update_watch.h"
#include "app/gui/desktop_shell.h"
#include "app/gui/options.h"
#include "app/gui/screenshot.h"
#include "app/gui/startup_messages.h"
#include "app/gui/widgets/desktop_theme_watch.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/theme.h"
#include "app/gui/window/main_window.h"
#include "app/gui/window/window_notices.h"
#include "app/history/history_controller.h"
#include "app/monitor/monitor_controller.h"
#include "app/registry/registry_manager.h"
#include "app/settings/settings.h"
#include "app/text/translation.h"
#include "core/base/file_limit.h"
#include "core/base/job_thread.h"
#include "core/base/program_file.h"
#include "core/host/host_facts.h"
#include "core/process/port_recheck.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QSystemTrayIcon>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace {

using namespace quaywatch;
using namespace Qt::Literals::StringLiterals;

constexpr int kBadUsage = 2;
/// What the event loop returns if the program is to be started again; never an exit code.
constexpr int kRestart = 1000;
constexpr int kSystemFailed = 4;
constexpr std::chrono::seconds kPatienceWithTheFirst{3};
/// Number of threads that the window uses at the same time: the eight of ARCHITECTURE.md that
/// always run, those of the display and bus libraries, and some spare ones. Qt waits forever for a
/// thread of its own that could not be started, so this is checked before Qt starts.
constexpr std::size_t kThreadsNeeded = 12;

void print(std::FILE* stream, const QString& text)
{
    std::fputs((text + u'\n').toLocal8Bit().constData(), stream);
}

/// Reads the command line without a display, before the real application object is created.
Options optionsOf(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return parseOptions(QCoreApplication::arguments());
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QFile::decodeName(argv[i]));
    }
    return arguments;
}

bool isDisplayMissing(const Options& options)
{
    return !options.hasDisplayOption && QSysInfo::kernelType() == "linux"_L1 &&
           qEnvironmentVariableIsEmpty("DISPLAY") &&
           qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
           qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

void configure(MainWindow& window, const Options& options)
{
    if (!options.view.isEmpty()) {
        window.showView(options.view);
    }
    if (options.size.isValid()) {
        window.resize(options.size);
    } else if (!options.screenshot.isEmpty()) {
        window.resize(1280, 800);  // No screen limits a picture.
    }
    if (!options.filter.isEmpty()) {
        window.setFilterText(options.filter);
    }
}

/// Whether another instance runs and shows its window instead. A screenshot ignores other
/// instances.
bool isShownElsewhere(SingleInstance& instance, const Options& options)
{
    if (!options.screenshot.isEmpty()) {
        return false;
    }
    switch (instance.start(options.isHidden, options.view, kPatienceWithTheFirst)) {
        case SingleInstance::Outcome::First:
            return false;
        case SingleInstance::Outcome::HandedOver:
            return true;
        case SingleInstance::Outcome::NoResponse:
            print(stderr,
                  u"quaywatch: another instance is running, or holds its lock, and does not "
                  "respond; this one runs independently"_s);
            return false;
    }
    return false;
}

/// The XDG Base Directory Specification demands that relative paths be ignored. Qt 6.4 uses them,
/// and would keep the settings in the folder in which the program is started.
void ignoreRelativeFolders()
{
    for (const char* variable :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        if (!qgetenv(variable).startsWith('/')) {
            qunsetenv(variable);
        }
    }
}

/// Sets $XDG_RUNTIME_DIR if it is missing. Without it Qt asks the name service for this user's name
/// as soon as the application object is created, and may wait forever.
void provideSessionFolder()
{
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) {
        if (const QString folder = SingleInstance::defaultFolder(); !folder.isEmpty()) {
            qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder));
        }
    }
}

/// A screenshot uses the default settings, not those of this user.
QString settingsPath(const Options& options)
{
    return options.screenshot.isEmpty() ? Settings::defaultPath() : QString();
}

QStringList systemSettings(const Options& options)
{
    return options.screenshot.isEmpty() ? Settings::systemFiles() : QStringList();
}

/// A screenshot shows the existing history, and adds nothing to it.
void keepHistory(HistoryController& history, MonitorController& monitor, const Settings& settings,
                 const Options& options)
{
    const auto onRegistryChanged = [&history, &settings, isKept = options.screenshot.isEmpty()] {
        const SettingsValues& values = settings.values();
        const auto bytes = static_cast<std::uint64_t>(values.historyMegabytes) * 1'000'000;
        history.setSettings({values.hasHistory && isKept, {values.historyAge, bytes}});
    };
    onRegistryChanged();
    QObject::connect(&settings, &Settings::changed, &history, onRegistryChanged);
    QObject::connect(&monitor, &MonitorController::measured, &history,
                     &HistoryController::recordTraffic);
    QObject::connect(&monitor, &MonitorController::updated, &history, &HistoryController::record);
    QObject::connect(&monitor, &MonitorController::alerted, &history,
                     &HistoryController::recordAlerts);
}

/// The path with which this program is started again.
QString programPath()
{
    const Result<ProgramFile> program = runningProgram();
    return program ? QFile::decodeName(program->path.c_str()) : u"quaywatch"_s;
}

/// Offers a restart when the program was updated.
std::unique_ptr<UpdateWatch> watchForUpdates(MainWindow& window)
{
    const Result<ProgramFile> program = runningProgram();
    if (!program) {
        return nullptr;
    }
    auto watch = std::make_unique<UpdateWatch>(*program);
    QObject::connect(watch.get(), &UpdateWatch::updated, &window, [&window] {
        window.notices().offerRestart([] { QCoreApplication::exit(kRestart); });
    });
    return watch;
}

/// Starts the program again with the same arguments, except that its window is shown.
/// @param program  Its path when it was started: the file may have another name by now.
int restart(const QString& program, QStringList arguments)
{
    arguments = arguments.mid(1);
    arguments.removeAll(u"--hidden"_s);
    if (QProcess::startDetached(program, arguments)) {
        return EXIT_SUCCESS;
    }
    print(stderr, u"quaywatch: the updated program could not be started"_s);
    return kSystemFailed;
}

int showWindow(const DesktopShell::Parts& parts, ColorSchemePortal& portal,
               SingleInstance& instance, const Options& options)
{
    DesktopShell shell(parts, Autostart(Autostart::defaultFolder(), programPath()),
                       &QSystemTrayIcon::isSystemTrayAvailable);
    const std::unique_ptr<UpdateWatch> updates = watchForUpdates(parts.window);
    withSessionBus(&shell, [&](const QDBusConnection& bus) {
        portal.setBus(bus);
        shell.setBus(bus);
    });
    QObject::connect(&instance, &SingleInstance::raised, &shell, &DesktopShell::raise);
    shell.start(options.isHidden);
    if (options.port) {
        QObject::connect(
            &parts.monitor, &MonitorController::shown, &parts.window,
            [&window = parts.window, port = *options.port] { window.selectPort(port); },
            Qt::SingleShotConnection);
    }
    parts.monitor.start();
    return QApplication::exec();
}

int makeScreenshot(MainWindow& window, MonitorController& monitor, const Options& options)
{
    Screenshot screenshot(window, monitor, options.screenshot, options.port);
    QObject::connect(&screenshot, &Screenshot::finished, &window, [](const QString& problem) {
        if (!problem.isEmpty()) {
            print(stderr, u"quaywatch: "_s + problem);
        }
        QApplication::exit(problem.isEmpty() ? EXIT_SUCCESS : kSystemFailed);
    });
    window.show();
    monitor.start();
    return QApplication::exec();
}

/// Applies the theme, now and whenever it changes.
///
/// @param options  A theme of the command line overrides the settings.
/// @param desktop  Says whether the desktop is dark if the portal reports no preference.
void followTheme(QApplication& application, const Settings& settings,
                 const ColorSchemePortal& portal, const Options& options,
                 const DesktopColors& desktop)
{
    using Look = std::pair<Theme, bool>;
    struct State {
        DesktopColors desktop;
        std::optional<Look> shown;
    };
    const auto state = std::make_shared<State>(State{desktop, std::nullopt});
    const auto restyle = [&settings, &portal, &options, state] {
        const Look look{options.theme.value_or(settings.values().theme),
                        portal.isDark().value_or(state->desktop.isDark)};
        if (state->shown != look) {
            state->shown = look;
            applyTheme(look.first, {look.second, state->desktop.palette}, options.isStyleChosen);
        }
    };
    restyle();
    QObject::connect(&settings, &Settings::changed, &application, restyle);
    QObject::connect(&portal, &ColorSchemePortal::changed, &application, restyle);
    auto* watch = new DesktopThemeWatch(&application);
    QObject::connect(watch, &DesktopThemeWatch::changed, &application, [state, restyle] {
        *state = {DesktopColors::now(), std::nullopt};
        restyle();
    });
}

int run(int argc, char** argv, const Options& options)
{
    std::optional<StartupMessages> startupMessages(std::in_place);
    QApplication application(argc, argv);
    startupMessages.reset();
    QApplication::setWindowIcon(programIcon());
    SingleInstance instance(SingleInstance::defaultFolder(),
                            SingleInstance::here(QGuiApplication::platformName()));
    if (isShownElsewhere(instance, options)) {
        return EXIT_SUCCESS;
    }
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitAsked, &application, &QCoreApplication::quit);
    // Read before the first theme is applied.
    const DesktopColors desktop = DesktopColors::ofThisDesktop();

    // Start with the language of the system: reading the settings may report problems.
    Translation translation;
    translation.speak({});
    Settings settings(settingsPath(options), nullptr, systemSettings(options));
    translation.speak(settings.values().language);
    ColorSchemePortal portal;
    followTheme(application, settings, portal, options, desktop);

    // Created before anything that reads it or assesses with it.
    RegistryManager registry(defaultRegistryPath().value_or(std::string()));
    SystemAccess access = accessToThisMachine();
    access.execute = executeAndRecheck;  // The window also shows which process holds the port then.
    MonitorController monitor(access, watchRulesOfThisMachine());
    HistoryController history(HistoryController::defaultPath());
    keepHistory(history, monitor, settings, options);
    // A screenshot adds nothing to the acknowledgements.
    AlertManager alerts(settings,
                        options.screenshot.isEmpty() ? AlertFile::defaultPath() : std::string());
    QObject::connect(&monitor, &MonitorController::updated, &alerts, &AlertManager::follow);
    QObject::connect(&monitor, &MonitorController::alerted, &alerts, &AlertManager::add);
    MainWindow window({monitor, settings, &history, &alerts, &registry},
                      readCurrentUserWithoutName());
    configure(window, options);
    if (options.screenshot.isEmpty()) {
        const int status =
            showWindow({window, monitor, settings, alerts}, portal, instance, options);
        monitor.finish();  // The history and the alerts record what was held back.
        return status;
    }
    withSessionBus(&portal, [&portal](const QDBusConnection& bus) { portal.setBus(bus); });
    return makeScreenshot(window, monitor, options);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"quaywatch"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(QUAYWATCH_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Quaywatch"_s);
    QGuiApplication::setDesktopFileName(u"quaywatch"_s);
}

}  // namespace

int main(int argc, char** argv)
{
    raiseFileLimit();
    ignoreRelativeFolders();
    nameApplication();
    const Options options = optionsOf(argc, argv);
    if (!options.complaint.isEmpty()) {
        print(stderr, u"quaywatch: %1 (see --help)"_s.arg(options.complaint));
        return kBadUsage;
    }
    if (!options.output.isEmpty()) {
        print(stdout, options.output);
        return EXIT_SUCCESS;
    }
    if (!options.screenshot.isEmpty()) {
        // A screenshot needs no display, and no window should appear for it.
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
        silenceOffscreenPlatform();
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    } else if (isDisplayMissing(options)) {
        print(stderr,
              u"quaywatch: there is no display; `quaywatch-cli list` shows the same in a "
              "terminal, `quaywatch --screenshot FILE.png` makes a picture"_s);
        return kSystemFailed;
    }
    if (!canStartThreads(kThreadsNeeded)) {
        print(
            stderr,
            u"quaywatch: the window needs %1 threads, but the system allows fewer (ulimit -u, "
            "TasksMax= of the unit, or a sandbox); quaywatch-cli needs none"_s.arg(kThreadsNeeded));
        return kSystemFailed;
    }
    provideSessionFolder();
    // QApplication removes the arguments of Qt, which the restarted program needs, too.
    const QStringList arguments = argumentsOf(argc, argv);
    const QString program = programPath();
    try {
        // Everything of this program is saved and destroyed at this point. The destructors of
        // libraries may wait forever: QtDBus waits for its thread, which a bus that does not answer
        // blocks.
        const int status = run(argc, argv, options);
        std::fflush(nullptr);
        std::quick_exit(status == kRestart ? restart(program, arguments) : status);
    } catch (const std::system_error& error) {
        print(stderr, u"quaywatch: the system refused a resource: %1"_s.arg(
                          QString::fromLocal8Bit(error.what())));
        return kSystemFailed;
    }
}
