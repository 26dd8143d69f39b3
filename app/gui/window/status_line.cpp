// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/status_line.h"

#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/core_text.h"
#include "app/text/count_text.h"
#include "app/text/number_text.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"
#include "core/registry/service_registry.h"

#include <QLabel>
#include <QLocale>
#include <QStringList>
#include <QToolButton>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// For example "1 s", "500 ms", "2 min".
QString intervalText(std::chrono::milliseconds interval)
{
    const QLocale locale;
    if (interval < std::chrono::seconds(1)) {
        return StatusLine::tr("%1 ms").arg(locale.toString(qlonglong{interval.count()}));
    }
    const double seconds = static_cast<double>(interval.count()) / 1000;
    return StatusLine::tr("%1 s").arg(locale.toString(seconds, 'g', 3));
}

/// For example "other users' processes (12)".
QString gapText(const Gap& gap)
{
    const QString why = CoreText::of(gap.why);
    // The sentence about namespaces has its number already.
    return gap.count && gap.kind != Gap::Kind::Namespace
               ? StatusLine::tr("%1 (%2)").arg(why, numberText(*gap.count))
               : why;
}

/// For example "12 owners hidden"; "12 owners hidden, …" if something else could not be read
/// either.
QString gapsText(const std::vector<Gap>& gaps)
{
    std::uint64_t hidden = 0;
    std::size_t summedUp = 0;
    for (const Gap& gap : gaps) {
        if (gap.kind == Gap::Kind::Owner && gap.count) {
            hidden += *gap.count;
            ++summedUp;
        }
    }
    QString what = gapText(gaps.front());
    if (summedUp != 0) {
        what = hidden == 1 ? StatusLine::tr("1 owner hidden")
                           : StatusLine::tr("%Ln owners hidden", nullptr, pluralOf(hidden));
    }
    //: What could not be read; there is more of it than is named.
    return gaps.size() > std::max<std::size_t>(summedUp, 1) ? StatusLine::tr("%1, …").arg(what)
                                                            : what;
}

QString pauseText(QTime since, std::size_t changes)
{
    const QString time = hoursAndMinutes(since);
    if (changes == 0) {
        return StatusLine::tr("Paused at %1").arg(time);
    }
    return (changes == 1
                ? StatusLine::tr("Paused at %1, 1 change waiting")
                : StatusLine::tr("Paused at %1, %Ln changes waiting", nullptr, pluralOf(changes)))
        .arg(time);
}

QToolButton* flatButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    return button;
}

}  // namespace

StatusCounts StatusCounts::of(const Snapshot& snapshot)
{
    StatusCounts counts;
    const auto isOnSamePort = [](const SocketRecord* last, const SocketRecord& socket) {
        return last != nullptr && last->key.localPort == socket.key.localPort &&
               last->key.protocol == socket.key.protocol;
    };
    // The last listener, and the last unexpected one; those of a port are adjacent.
    const SocketRecord* last = nullptr;
    const SocketRecord* lastUnexpected = nullptr;
    for (const SocketRecord& socket : snapshot.sockets) {
        const bool isUnexpected = socket.assessment.verdict == Verdict::Unexpected;
        if (!socket.isListener()) {
            ++counts.connections;
            counts.established += socket.state == SocketState::Established ? 1 : 0;
            counts.unexpectedConnections += isUnexpected ? 1 : 0;
            continue;
        }
        if (isUnexpected && !isOnSamePort(std::exchange(lastUnexpected, &socket), socket)) {
            ++counts.unexpectedListeners;
        }
        if (isOnSamePort(last, socket)) {
            continue;
        }
        last = &socket;
        ++counts.listeners;
        if (socket.key.localPort < kFirstRegisteredPort) {
            const Assignment is = registry::lookup(socket.key.localPort, socket.key.protocol);
            counts.unassigned += is.state == AssignmentState::Unassigned ? 1 : 0;
        }
    }
    return counts;
}

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_counts(makePlainLabel({}, this))
    , m_unexpected(flatButton(this))
    , m_unassigned(makePlainLabel({}, this))
    , m_poll(makePlainLabel({}, this))
    , m_resume(flatButton(this))
    , m_gapsButton(flatButton(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(6, 0, 6, 0);
    m_counts->setObjectName(u"counts"_s);
    m_poll->setObjectName(u"poll"_s);
    m_unexpected->setObjectName(u"unexpected"_s);
    m_unassigned->setObjectName(u"unassigned"_s);
    m_unassigned->setToolTip(forTip(CountText::unassigned()));
    m_unassigned->setAccessibleDescription(CountText::unassigned());
    m_gapsButton->setObjectName(u"gaps"_s);
    m_gapsButton->setAccessibleName(tr("What could not be read"));
    m_gapsButton->setIcon(themedIcon(u"lock"_s));
    addWidget(m_counts);
    addWidget(m_unexpected);
    addWidget(m_unassigned);
    addPermanentWidget(m_gapsButton);
    addPermanentWidget(m_poll);
    addPermanentWidget(m_resume);
    m_resume->setObjectName(u"resume"_s);
    m_resume->setText(tr("Resume"));
    m_resume->setAccessibleName(m_resume->text());
    m_resume->setToolTip(tr("Shows the changes that wait, and goes on"));
    connect(m_resume, &QToolButton::clicked, this, &StatusLine::resumeClicked);
    connect(m_gapsButton, &QToolButton::clicked, this, &StatusLine::showGaps);
    connect(m_unexpected, &QToolButton::clicked, this, &StatusLine::unexpectedClicked);
}

void StatusLine::showSnapshot(const Snapshot& snapshot)
{
    const StatusCounts counts = StatusCounts::of(snapshot);
    const QStringList parts{
        tr("%Ln listening", nullptr, pluralOf(counts.listeners)),
        counts.connections == 1 ? tr("1 connection")
                                : tr("%Ln connections", nullptr, pluralOf(counts.connections)),
    };
    const QString tip = CountText::listening() + u'\n' + CountText::connections() + u'\n' +
                        tr("Established connections: %1.").arg(numberText(counts.established));
    m_counts->setToolTip(forTip(tip));
    m_counts->setAccessibleDescription(tip);
    m_counts->setText(parts.join(u"   ·   "_s));
    m_unexpected->setText(tr("%Ln unexpected", nullptr, pluralOf(counts.unexpected())));
    const QString unexpectedTip =
        CountText::unexpected() + u'\n' +
        //: The parts of a sum, for example "Ports: 3, connections: 2".
        tr("Ports: %1, connections: %2. Click to show only these.")
            .arg(numberText(counts.unexpectedListeners), numberText(counts.unexpectedConnections));
    m_unexpected->setToolTip(forTip(unexpectedTip));
    m_unexpected->setAccessibleDescription(unexpectedTip);
    m_unexpected->setAccessibleName(m_unexpected->text());
    m_unexpected->setIcon(counts.unexpected() > 0 ? themedIcon(u"warning"_s) : QIcon());
    m_unexpected->setEnabled(counts.unexpected() > 0);
    // While a message is shown, it uses this space.
    if (currentMessage().isEmpty()) {
        m_unexpected->show();
    }
    m_unassigned->setText(tr("%Ln unassigned", nullptr, pluralOf(counts.unassigned)));

    if (m_gaps != snapshot.gaps) {
        m_gaps = snapshot.gaps;
        showGapsButton();
    }
}

void StatusLine::showGapsButton()
{
    QString text = m_gaps.empty() ? QString() : gapsText(m_gaps);
    QStringList tip{tr("What could not be read, and what to do about it:")};
    for (const Gap& gap : m_gaps) {
        const QString sentence = gapText(gap);
        tip.append(gap.remedy.empty() ? sentence
                                      : tr("%1: %2").arg(sentence, CoreText::of(gap.remedy)));
    }
    m_gapsButton->setText(forMenu(text));
    m_gapsButton->setAccessibleName(text);
    m_gapsButton->setToolTip(forTip(tip.join(u'\n')));
    m_gapsButton->setAccessibleDescription(tip.join(u' '));
    m_gapsButton->setVisible(!m_gaps.empty());
}

void StatusLine::showPoll(const MonitorController& monitor)
{
    if (monitor.isPaused()) {
        if (m_pausedAt.isNull()) {
            m_pausedAt = QTime::currentTime();
        }
        m_poll->setText(pauseText(m_pausedAt, monitor.waitingCount()));
        m_resume->show();
        return;
    }
    m_pausedAt = {};
    m_resume->hide();
    const double elapsed = static_cast<double>(monitor.elapsed().count()) / 1000;
    m_poll->setText(tr("every %1   ·   read in %2 ms")
                        .arg(intervalText(monitor.interval()),
                             QLocale().toString(elapsed, 'f', elapsed < 10 ? 1 : 0)));
}

void StatusLine::showGaps()
{
    PageDialog dialog(tr("What could not be read"), window());
    ValueDocument& page = dialog.page();
    page.begin();
    for (const Gap& gap : m_gaps) {
        page.bullet(gapText(gap));
        if (!gap.remedy.empty()) {
            page.command(tr("What to do"), CoreText::of(gap.remedy));
        }
    }
    page.end();
    dialog.exec();
}

}  // namespace quaywatch
