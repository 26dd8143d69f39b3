// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/page_dialog.h"

#include "app/gui/widgets/screen_fit.h"
#include "app/gui/widgets/value_document.h"
#include "app/models/socket_cells.h"
#include "app/text/labels.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

#include <vector>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

PageDialog::PageDialog(const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_page(new ValueDocument(this))
{
    setWindowTitle(title);
    resize(fittingSize(*this, QSize(600, 520)));
    m_page->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->addWidget(m_page, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(buttons);
    column->addLayout(row);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

namespace {

ValueDocument::Badge badgeOf(Verdict verdict, Severity severity)
{
    Assessment assessment;
    assessment.verdict = verdict;
    assessment.severity = severity;
    const QString phrase = Labels::phrase(verdict);
    return {Labels::badge(verdict), toneOf(assessment), BadgeShape::Pill,
            verdict == Verdict::Unexpected
                //: A verdict and its severity: "Unexpected: should be checked. High severity".
                ? PageDialog::tr("%1. %2").arg(phrase, Labels::phrase(severity))
                : phrase};
}

void fillVerdicts(ValueDocument& page)
{
    page.heading(PageDialog::tr("Verdicts"));
    page.badges({badgeOf(Verdict::Unexpected, Severity::High),
                 badgeOf(Verdict::Unexpected, Severity::Medium),
                 badgeOf(Verdict::Expected, Severity::Info),
                 badgeOf(Verdict::Explained, Severity::Info)});
    page.paragraph(Labels::phrase(Verdict::Ordinary), DocumentTone::Dim);
    page.paragraph(PageDialog::tr("The port map uses the same colors."), DocumentTone::Dim);
}

/// What the badges and the colors mean, as the tables draw them.
void fillLegend(ValueDocument& page)
{
    fillVerdicts(page);
    page.heading(PageDialog::tr("Exposure"));
    std::vector<ValueDocument::Badge> badges;
    for (const Exposure exposure : {Exposure::All, Exposure::Public, Exposure::Private,
                                    Exposure::LinkLocal, Exposure::Multicast, Exposure::Loopback}) {
        badges.push_back({Labels::badge(exposure), toneOf(exposure), BadgeShape::Pill,
                          Labels::phrase(exposure)});
    }
    page.badges(badges);

    page.heading(PageDialog::tr("States"));
    badges.clear();
    for (const SocketState state :
         {SocketState::Listen, SocketState::Established, SocketState::SynSent,
          SocketState::CloseWait, SocketState::TimeWait}) {
        badges.push_back(
            {Labels::badge(state), toneOf(state), BadgeShape::Pill, Labels::phrase(state)});
    }
    page.badges(badges);

    page.heading(PageDialog::tr("Rows"));
    page.badges({
        {glyph(Flash::New), Tone::Established, BadgeShape::Row, Labels::phrase(Flash::New)},
        {glyph(Flash::Changed), Tone::Waiting, BadgeShape::Row, Labels::phrase(Flash::Changed)},
        {glyph(Flash::Closed), Tone::Danger, BadgeShape::Row, Labels::phrase(Flash::Closed)},
        {u"931"_s, Tone::Danger, BadgeShape::Bar, PageDialog::tr("Unexpected, high severity")},
        {u"931"_s, Tone::Warning, BadgeShape::Bar, PageDialog::tr("Unexpected, lower severity")},
    });
}

/// What the program cannot see, so that nobody takes its silence for an answer.
void fillLimits(ValueDocument& page)
{
    page.heading(PageDialog::tr("Limits: what is not seen"));
    page.bullet(
        PageDialog::tr("Firewalls: the exposure is the address that a listener is bound "
                       "to, not who can reach it"));
    page.bullet(
        PageDialog::tr("Other network namespaces, and, without administrator rights, the processes "
                       "of other users; the status bar reports them"));
    page.bullet(PageDialog::tr(
        "Raw, packet and SCTP sockets, and ports published by address translation (NAT) only"));
    page.bullet(PageDialog::tr("A TCP socket that is bound but does not listen"));
    page.bullet(
        PageDialog::tr("Between two polls: the owner of an outgoing connection that closed, and "
                       "attempts on ports without a listener"));
    page.bullet(PageDialog::tr("What happened while Quaywatch did not run"));
}

}  // namespace

void fillHelp(ValueDocument& page)
{
    page.begin();
    page.title(PageDialog::tr("Help"));
    fillLegend(page);
    page.heading(PageDialog::tr("Keys"));
    page.value(PageDialog::tr("Ctrl+F or /"), PageDialog::tr("Filter, or search the page"));
    page.value(PageDialog::tr("Esc"), PageDialog::tr("Clear the filter or the search"));
    page.value(PageDialog::tr("Enter"), PageDialog::tr("Inspect the selected row"));
    page.value(PageDialog::tr("Ctrl+C"), PageDialog::tr("Copy the selected rows"));
    page.value(PageDialog::tr("Del"), PageDialog::tr("End the process (asks first)"));
    page.value(PageDialog::tr("F5"), PageDialog::tr("Refresh now"));
    page.value(PageDialog::tr("Space, Pause"), PageDialog::tr("Pause / Resume"));
    page.value(PageDialog::tr("Ctrl+S"), PageDialog::tr("Export the rows shown, as CSV or JSON"));
    page.value(PageDialog::tr("Ctrl+,"), PageDialog::tr("Preferences"));
    page.value(PageDialog::tr("Ctrl+Tab"),
               PageDialog::tr("Next view; Ctrl+1, Ctrl+2… for a certain one"));
    page.value(PageDialog::tr("Shift+F10"), PageDialog::tr("Row menu"));
    page.value(PageDialog::tr("F10"), PageDialog::tr("Main menu"));
    page.value(PageDialog::tr("Ctrl+Plus, Ctrl+Minus, Ctrl+0"),
               PageDialog::tr("Size of the text in tables; also Ctrl and the mouse wheel"));
    page.value(PageDialog::tr("F1"), PageDialog::tr("This help"));

    page.heading(PageDialog::tr("Filter"));
    page.paragraph(
        PageDialog::tr("All words must match; | means or, ! means not, parentheses group, a comma "
                       "in a value means or. quaywatch-cli uses the same language."));
    page.value(u"port:"_s, PageDialog::tr("Either end's port: port:80,443 port:600-1023; lport: "
                                          "and rport: for one end"));
    page.value(u"process:"_s, PageDialog::tr("Part of a name; process:=nc for the whole name; pid: "
                                             "for a number"));
    page.value(u"user:"_s, PageDialog::tr("Name or number"));
    page.value(u"addr:"_s, PageDialog::tr("Address or block: addr:10.0.0.0/8"));
    page.value(u"proto: state:"_s, PageDialog::tr("proto:udp, state:established,time-wait"));
    page.value(u"unit: container:"_s, PageDialog::tr("systemd unit, container"));
    page.value(u"service: verdict:"_s, PageDialog::tr("Registered name; verdict:unexpected"));
    page.value(u"is:"_s, PageDialog::tr("unassigned, exposed, unexpected, listener, local"));
    page.paragraph(PageDialog::tr("A word without a key matches any text. Quotes keep spaces."),
                   DocumentTone::Dim);

    fillLimits(page);
    page.end();
}

}  // namespace quaywatch
