// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/status_line.h"

#include "app/gui/icons.h"
#include "app/gui/page_dialog.h"
#include "app/gui/value_document.h"
#include "app/text/qt_text.h"
#include "core/service_registry.h"

#include <QLabel>
#include <QLocale>
#include <QStringList>
#include <QToolButton>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "1 s", "500 ms", "2 min".
QString intervalText(std::chrono::milliseconds interval)
{
    const QLocale locale;
    if (interval < std::chrono::seconds(1)) {
        return StatusLine::tr("%1 ms").arg(locale.toString(qlonglong{interval.count()}));
    }
    const double seconds = static_cast<double>(interval.count()) / 1000;
    return StatusLine::tr("%1 s").arg(locale.toString(seconds, 'g', 3));
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
    for (const SocketRecord& socket : snapshot.sockets) {
        counts.unexpected += socket.judgement.verdict == Verdict::Unexpected ? 1 : 0;
        counts.established += socket.state == SocketState::Established ? 1 : 0;
        if (!socket.isListener()) {
            continue;
        }
        ++counts.listeners;
        if (socket.key.localPort < 1024) {
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
    , m_poll(makePlainLabel({}, this))
    , m_gapsButton(flatButton(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(6, 0, 6, 0);
    m_counts->setObjectName(u"counts"_s);
    m_poll->setObjectName(u"poll"_s);
    m_unexpected->setObjectName(u"unexpected"_s);
    m_unexpected->setIcon(themedIcon(u"warning"_s));
    m_unexpected->setToolTip(tr("Show only these"));
    m_gapsButton->setObjectName(u"gaps"_s);
    m_gapsButton->setIcon(themedIcon(u"lock"_s));
    m_gapsButton->setToolTip(tr("What could not be read, and what to do about it"));
    addWidget(m_unexpected);
    addWidget(m_counts);
    addPermanentWidget(m_gapsButton);
    addPermanentWidget(m_poll);
    connect(m_gapsButton, &QToolButton::clicked, this, &StatusLine::showGaps);
    connect(m_unexpected, &QToolButton::clicked, this, &StatusLine::unexpectedClicked);
}

void StatusLine::showSnapshot(const Snapshot& snapshot)
{
    const StatusCounts counts = StatusCounts::of(snapshot);
    const auto number = [](std::size_t count) { return static_cast<int>(count); };
    const QStringList parts{
        tr("%n listening", nullptr, number(counts.listeners)),
        tr("%n established", nullptr, number(counts.established)),
        tr("%n on unassigned ports", nullptr, number(counts.unassigned)),
    };
    m_counts->setText(parts.join(u"   ·   "_s));
    m_unexpected->setText(tr("%n unexpected", nullptr, number(counts.unexpected)));
    m_unexpected->setAccessibleName(m_unexpected->text());
    m_unexpected->setVisible(counts.unexpected > 0);

    m_gaps = snapshot.gaps;
    m_gapsButton->setText(tr("Gaps: %n", nullptr, number(m_gaps.size())));
    m_gapsButton->setAccessibleName(m_gapsButton->text());
    m_gapsButton->setVisible(!m_gaps.empty());
}

void StatusLine::showPoll(const MonitorController& monitor)
{
    if (monitor.isPaused()) {
        m_poll->setText(tr("Paused"));
        return;
    }
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
        QString sentence = fromUtf8(gap.why);
        if (gap.count) {
            sentence = tr("%1: %2").arg(sentence, QLocale().toString(qulonglong{*gap.count}));
        }
        page.bullet(sentence);
        if (!gap.cure.empty()) {
            page.command(tr("What to do"), fromUtf8(gap.cure));
        }
    }
    page.end();
    dialog.exec();
}

}  // namespace quaywatch
