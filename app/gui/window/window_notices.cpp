// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/window_notices.h"

#include "app/alerts/alert_manager.h"
#include "app/gui/widgets/history_notice.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/window/views.h"
#include "app/history/history_controller.h"
#include "app/monitor/monitor_controller.h"
#include "app/registry/registry_manager.h"
#include "app/settings/settings.h"
#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "core/registry/service_registry.h"

#include <QStringList>

#include <utility>

namespace quaywatch {

WindowNotices::WindowNotices(NoticeBar& bar, QObject* parent)
    : QObject(parent)
    , m_bar(bar)
{
}

void WindowNotices::report(const QString& problem)
{
    m_bar.say(NoticeBar::Kind::Problem, problem);
}

void WindowNotices::withdraw(const QString& problem)
{
    m_bar.withdraw(problem);
}

void WindowNotices::replace(QString& said, const QString& problem)
{
    const QString before = std::exchange(said, problem);
    if (before == problem) {
        return;
    }
    withdraw(before);
    if (!problem.isEmpty()) {
        report(problem);
    }
}

void WindowNotices::followMonitor(const MonitorController& monitor)
{
    connect(&monitor, &MonitorController::failed, this, [this](const Error& error) {
        // Report every failure: the user may have dismissed the notice, or another problem may be
        // shown.
        m_readNotice = tr("The sockets could not be read: %1").arg(CoreText::of(describe(error)));
        report(m_readNotice);
    });
    connect(&monitor, &MonitorController::updated, this, [this](const SnapshotUpdate& update) {
        replace(m_readNotice, {});
        followGaps(*update.after);
    });
}

/// Reports broken baseline files as one notice: among other gaps it would be overlooked.
void WindowNotices::followGaps(const Snapshot& snapshot)
{
    QStringList problems;
    for (const Gap& gap : snapshot.gaps) {
        if (gap.kind == Gap::Kind::Baseline) {
            problems.append(CoreText::of(gap.why));
        }
    }
    constexpr qsizetype kMaxShown = 3;
    if (const auto more = problems.size() - kMaxShown; more > 0) {
        problems = problems.mid(0, kMaxShown);
        problems.append(tr("%Ln more files cannot be used.", nullptr, static_cast<int>(more)));
    }
    replace(m_baselineNotice, problems.join(u'\n'));
}

void WindowNotices::follow(const PageContext& context)
{
    if (context.history != nullptr) {
        followHistory(*context.history);
    }
    if (context.alerts != nullptr) {
        followAlerts(*context.alerts);
    }
}

/// Does not report that another instance records: for a user who opened two windows this is not a
/// problem.
void WindowNotices::followHistory(const HistoryController& history)
{
    connect(&history, &HistoryController::statusChanged, this, [this](const HistoryStatus& status) {
        const bool isSecond =
            status.problem && status.problem->kind == HistoryProblem::Kind::OtherRecorder;
        replace(m_historyNotice, isSecond ? QString() : noticeOf(status));
    });
}

void WindowNotices::followAlerts(const AlertManager& alerts)
{
    connect(&alerts, &AlertManager::problemFound, this, &WindowNotices::report);
    if (!alerts.problem().isEmpty()) {
        report(alerts.problem());
    }
}

bool WindowNotices::mayOfferNotifications(const SettingsValues& values) noexcept
{
    return !values.hasNotifications && !values.wasOfferedNotifications;
}

void WindowNotices::offerNotifications(Settings& settings)
{
    if (!mayOfferNotifications(settings.values())) {
        return;
    }
    const QString text = tr("There is an alert. Should the desktop notify you of new ones?");
    m_bar.offer(text, tr("Notify me"), [&settings] {
        settings.change([](SettingsValues& to) { to.hasNotifications = true; });
    });
    // A problem that is shown comes first; then it is offered at the next alert.
    if (m_bar.text() == text) {
        settings.change([](SettingsValues& to) { to.wasOfferedNotifications = true; });
    }
}

void WindowNotices::offerRestart(std::function<void()> restart)
{
    if (m_wasRestartOffered || !m_bar.text().isEmpty()) {
        return;
    }
    const QString text = tr("Quaywatch was updated. Restart it to use the new version.");
    m_bar.offer(text, tr("Restart"), std::move(restart));
    m_wasRestartOffered = m_bar.text() == text;
}

void WindowNotices::showDone(const QString& text, std::function<void()> undo)
{
    m_bar.offer(text, tr("Undo"), std::move(undo));
}

void WindowNotices::showRegistryStart(const RegistryLoadResult& start)
{
    const QString builtIn = fromUtf8(registry::builtIn().date);
    if (start.kind == RegistryLoadResult::Kind::Broken) {
        report(
            tr("The imported registry cannot be used, the built-in one of %1 is used instead: %2")
                .arg(builtIn, CoreText::of(start.detail)));
    } else if (start.kind == RegistryLoadResult::Kind::Unreadable) {
        report(tr("It is not known whether a registry was imported, the built-in one of %1 is "
                  "used: %2")
                   .arg(builtIn, CoreText::of(start.detail)));
    } else if (start.kind == RegistryLoadResult::Kind::Older) {
        emit messageRequested(tr("The imported registry of %1 is older than the built-in one of "
                                 "%2, which is used instead.")
                                  .arg(inSentence(plainText(start.detail)), builtIn));
    }
}

void WindowNotices::showViewer(const CurrentUser& currentUser)
{
    if (currentUser.uid == 0) {
        m_bar.say(NoticeBar::Kind::Hint, tr("Running as root. Not required: all sockets and your "
                                            "own processes are shown without it."));
    }
}

}  // namespace quaywatch
