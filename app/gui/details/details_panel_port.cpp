// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The sections of the details panel below the process: its port, and its other sockets.

#include "app/gui/details/details_panel.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/core_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

namespace {

constexpr int kMaxOtherSockets = 12;

}  // namespace

void DetailsPanel::renderExplanation()
{
    if (m_socket) {
        m_document->heading(tr("Port %1").arg(*m_port));
    }
    if (!m_explanation || m_explanation->explanation.port != *m_port) {
        m_document->paragraph(tr("Looking it up…"), DocumentTone::Dim);
        return;
    }
    const PortExplanation& port = m_explanation->explanation;
    for (const PortExplanation::ProtocolPart& part : port.protocols) {
        m_document->paragraph(CoreText::whole(part.summary));
    }
    m_document->paragraph(CoreText::whole(port.range), DocumentTone::Dim);
    for (const auto& note : {port.oftenUsedBy, port.story}) {
        if (note) {
            m_document->paragraph(CoreText::whole(*note));
        }
    }
    if (!port.now.empty()) {
        m_document->heading(tr("On it now"));
        QStringList sentences;
        for (const std::string& sentence : port.now) {
            sentences.append(CoreText::whole(sentence));
        }
        m_document->bullets(sentences);
    }
    if (!port.obstacles.empty()) {
        m_document->heading(tr("Why you could not bind it"));
        QStringList sentences;
        for (const BindObstacle& obstacle : port.obstacles) {
            sentences.append(CoreText::whole(obstacle.text));
        }
        m_document->bullets(sentences);
    }
    m_document->heading(tr("Check it by hand"));
    for (const ManualCheck& check : port.checks) {
        m_document->command(fromUtf8(check.systems), fromUtf8(check.command));
    }
    for (const std::string& sentence : port.notSeen) {
        m_document->paragraph(CoreText::whole(sentence), DocumentTone::Dim);
    }
}

void DetailsPanel::renderOtherSockets()
{
    const std::optional<std::uint32_t> process = pid();
    if (!process || !m_snapshot) {
        return;
    }
    if (!m_others || m_others->pid != *process) {
        m_others = othersOf(*process);
    }
    if (m_others->count == 0) {
        return;
    }
    m_document->heading(tr("Its other sockets (%n)", nullptr, static_cast<int>(m_others->count)));
    for (const QString& line : m_others->lines) {
        m_document->bullet(line);
    }
    m_document->link({}, tr("Show them all"), u"filter:pid:%1"_s.arg(*process));
}

DetailsPanel::OtherSockets DetailsPanel::othersOf(std::uint32_t pid) const
{
    OtherSockets others{pid, {}, 0};
    for (const SocketRecord& socket : m_snapshot->sockets) {
        if (!isHeldBy(socket, pid) || socket.key == m_socket->key) {
            continue;
        }
        if (++others.count <= kMaxOtherSockets) {
            others.lines.append(socketLine(socket) + u"  "_s +
                                Labels::badge(socket.state).toLower());
        }
    }
    return others;
}

}  // namespace quaywatch
