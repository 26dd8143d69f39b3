// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/details_panel.h"

#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/core_text.h"
#include "app/text/filter_words.h"
#include "app/text/hidden_owner_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"
#include "core/sockets/socket_user.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

namespace {

constexpr auto kFilterPrefix = "filter:"_L1;
constexpr auto kExpect = "expect"_L1;

}  // namespace

DetailsPanel::DetailsPanel(QWidget* parent)
    : QWidget(parent)
    , m_document(new ValueDocument(this))
    , m_processSection(*m_document)
    , m_portSection(*m_document, m_folds)
{
    setAccessibleName(tr("Details"));
    m_document->setAccessibleName(tr("Details of the selected socket"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_document, 1);
    buildButtons();
    connect(m_document, &ValueDocument::linkClicked, this, &DetailsPanel::follow);
    showNothing();
}

void DetailsPanel::buildButtons()
{
    const auto add = [this](QHBoxLayout* row, const QString& glyph, const QString& label) {
        auto* button = new QToolButton(this);
        button->setIcon(themedIcon(glyph));
        button->setText(label);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(label);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 10);
    row->setSpacing(8);
    m_copyButton = add(row, u"copy"_s, tr("Copy all"));
    m_endButton = add(row, u"end"_s, tr("End process…"));
    row->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_copyButton, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(text());
        emit copied();
    });
    connect(m_endButton, &QToolButton::clicked, this, [this] {
        if (const auto target = endTarget()) {
            emit endRequested(*target);
        }
    });
}

void DetailsPanel::showSocket(const SocketRecord& socket, const SnapshotPtr& snapshot)
{
    m_details.reset();
    m_portSection.clear();
    updateSocket(socket, snapshot);
    m_document->verticalScrollBar()->setValue(0);
}

void DetailsPanel::updateSocket(const SocketRecord& socket, const SnapshotPtr& snapshot)
{
    m_socket = socket;
    m_port = socket.key.localPort;
    m_snapshot = snapshot;
    m_closedAt.reset();
    render();
}

void DetailsPanel::showClosed(std::chrono::system_clock::time_point at)
{
    if (m_socket && !m_closedAt) {
        m_closedAt = at;
        render();
    }
}

void DetailsPanel::showPort(Port port, bool isHeld)
{
    showNothing();
    m_port = port;
    m_isPortHeld = isHeld;
    render();
    m_document->verticalScrollBar()->setValue(0);
}

void DetailsPanel::setPortHeld(bool isHeld)
{
    m_isPortHeld = isHeld;
    render();
}

void DetailsPanel::showNothing()
{
    m_socket.reset();
    m_port.reset();
    m_snapshot.reset();
    m_details.reset();
    m_portSection.clear();
    m_closedAt.reset();
    render();
}

void DetailsPanel::setActivity(const QString& text)
{
    if (m_activity != text) {
        m_activity = text;
        render();
    }
}

void DetailsPanel::setDetails(const Result<ProcessDetails>& details)
{
    m_details = details;
    render();
}

void DetailsPanel::setExplanation(const PortAnswer& answer)
{
    m_portSection.setExplanation(answer);
    render();
}

std::optional<std::uint32_t> DetailsPanel::pid() const
{
    if (m_details && *m_details) {
        return (*m_details)->info.id.pid;
    }
    if (m_socket && !m_socket->owners().empty()) {
        return m_socket->owners().front()->id.pid;
    }
    return std::nullopt;
}

std::optional<EndTarget> DetailsPanel::endTarget() const
{
    if (!m_socket) {
        return std::nullopt;
    }
    if (m_closedAt) {
        return std::nullopt;  // The process may have nothing to do with the port any more.
    }
    const OwnerSet& owners = m_socket->owners();
    EndTarget target;
    if (m_details && *m_details) {
        target.process = (*m_details)->info.id;
    } else if (!owners.empty()) {
        target.process = owners.front()->id;
    } else {
        return std::nullopt;
    }
    // A parent or child process that was opened from here need not hold the socket.
    const bool isOwner = std::any_of(owners.begin(), owners.end(), [&](const ProcessPtr& owner) {
        return owner->id == *target.process;
    });
    if (isOwner && m_socket->isListener()) {
        target.port = m_socket->key.localPort;
        target.protocol = m_socket->key.protocol;
    }
    return target;
}

QString DetailsPanel::text()
{
    m_folds.setAllOpen(true);
    render();
    QString whole = m_document->wholeText();
    m_folds.setAllOpen(false);
    render();
    return whole;
}

void DetailsPanel::render()
{
    m_copyButton->setEnabled(m_port.has_value());
    m_endButton->setEnabled(endTarget().has_value());
    m_document->begin();
    if (!m_socket && m_port) {
        m_document->title(tr("Port %1").arg(*m_port));
        if (!m_isPortHeld) {
            m_document->paragraph(tr("Nothing listens here."), DocumentTone::Dim);
        }
        m_portSection.renderPort(*m_port);
        m_document->end();
        return;
    }
    if (!m_socket) {
        m_document->paragraph(tr("Select a row to see its owner, what its port is for, and how to "
                                 "verify it in a terminal."),
                              DocumentTone::Dim);
        m_document->end();
        return;
    }
    renderHead();
    renderOwner();
    const QString port = u"port"_s;
    m_document->foldableHeading(tr("Port %1").arg(*m_port), kFoldPrefix + port,
                                m_folds.isOpen(port));
    if (m_folds.isOpen(port)) {
        m_portSection.renderPort(*m_port);
    }
    if (const auto process = pid(); process && m_snapshot) {
        m_portSection.renderOtherSockets(*process, *m_socket, *m_snapshot);
    }
    m_document->end();
}

void DetailsPanel::renderOwner()
{
    if (m_socket->owners().empty() && !(m_details && *m_details)) {
        renderHiddenOwner();
        return;
    }
    const QString section = u"process"_s;
    m_document->foldableHeading(tr("Process"), kFoldPrefix + section, m_folds.isOpen(section));
    if (!m_folds.isOpen(section)) {
        return;
    }
    if (m_details && *m_details) {
        m_processSection.renderProcess((*m_details)->info, *m_socket);
        m_processSection.renderDetails(**m_details);
        return;
    }
    m_processSection.renderProcess(*m_socket->owners().front(), *m_socket);
    if (m_details) {
        m_document->paragraph(CoreText::whole(describe(m_details->error())), DocumentTone::Dim);
    }
}

void DetailsPanel::renderHead()
{
    const SocketRecord& socket = *m_socket;
    const OwnerSet& owners = socket.owners();
    m_document->title(owners.empty() ? tr("Port %1").arg(socket.key.localPort)
                                     : plainText(owners.front()->name, 80));
    QStringList facts{socketLine(socket), Labels::phrase(socket.state)};
    if (socket.exposure) {
        facts.append(Labels::phrase(*socket.exposure));
    }
    m_document->paragraph(facts.join(u"  ·  "_s), DocumentTone::Dim);
    if (!m_activity.isEmpty()) {
        m_document->paragraph(m_activity);
    }
    if (m_closedAt) {
        m_document->notice(tr("Closed %1. Shown is its last state.").arg(momentText(*m_closedAt)),
                           DocumentTone::Warning);
    }
    const Assessment& assessment = socket.assessment;
    if (assessment.verdict != Verdict::Ordinary && assessment.reason) {
        m_document->notice(tr("%1: %2").arg(Labels::badge(assessment.verdict),
                                            CoreText::whole(*assessment.reason)),
                           ValueDocument::toneOf(assessment));
    }
    renderCard();
    if (socket.isListener() && assessment.verdict != Verdict::Ordinary && !m_closedAt) {
        const bool isExpected = assessment.verdict == Verdict::Expected;
        m_document->action(isExpected ? tr("Remove from expected…") : tr("Mark as expected…"),
                           kExpect);
    }
}

/// What is asked most often, in a few lines.
void DetailsPanel::renderCard()
{
    const SocketRecord& socket = *m_socket;
    if (const auto process = pid()) {
        m_document->value(tr("PID"), QString::number(*process), true);
    }
    if (m_details && *m_details) {
        m_document->value(tr("User"),
                          fullPlainText(userOfOwner((*m_details)->info, socket).text()));
    } else if (!socket.owners().empty()) {
        m_document->value(tr("User"), fullPlainText(processUserOf(socket).text()));
    }
    if (socket.seenSince != std::chrono::system_clock::time_point()) {
        m_document->value(tr("Seen since"), momentText(socket.seenSince));
    }
    renderIdent();
}

void DetailsPanel::renderHiddenOwner()
{
    const SocketRecord& socket = *m_socket;
    m_document->heading(tr("Process"));
    m_document->paragraph(HiddenOwnerText::reason(socket, m_snapshot.get()), DocumentTone::Dim);
    m_document->value(tr("Socket made by"), fullPlainText(creatorOf(socket).text()));
    if (socket.serviceContext) {
        m_document->value(tr("Unit"), plainOrEmpty(socket.serviceContext->unit));
        m_document->value(tr("Container"), plainOrEmpty(socket.serviceContext->container));
    }
    if (const QString remedy = HiddenOwnerText::remedy(socket, m_snapshot.get());
        !remedy.isEmpty()) {
        m_document->command(tr("What to do"), remedy);
    }
    if (const QString show = HiddenOwnerText::inspectCommand(socket, m_snapshot.get());
        !show.isEmpty()) {
        m_document->command(tr("Show owner"), show);
    }
    if (const QString kill = HiddenOwnerText::killCommand(socket, m_snapshot.get());
        !kill.isEmpty()) {
        m_document->command(tr("End process"), kill);
    }
}

void DetailsPanel::renderIdent()
{
    if (const QString ident = identLine(*m_socket); !ident.isEmpty()) {
        m_document->command(tr("Ident (RFC 1413)"), ident);
    }
}

void DetailsPanel::follow(const QString& target)
{
    if (target.startsWith(kFoldPrefix)) {
        m_folds.toggle(target.sliced(kFoldPrefix.size()));
        render();
    } else if (target.startsWith(kInspectPrefix)) {
        emit inspectRequested(target.mid(kInspectPrefix.size()).toUInt());
    } else if (target.startsWith(kFilterPrefix)) {
        emit filterRequested(target.mid(kFilterPrefix.size()));
    } else if (target == kExpect) {
        emit expectRequested();
    } else {
        emit copied();
    }
}

}  // namespace quaywatch
