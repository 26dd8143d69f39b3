// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/port_section.h"

#include "app/gui/details/folds.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/core_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"

#include <QSysInfo>

#include <algorithm>
#include <vector>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

namespace {

constexpr int kMaxOtherSockets = 12;

}  // namespace

PortSection::PortSection(ValueDocument& document, const Folds& folds)
    : m_document(document)
    , m_folds(folds)
{
}

bool PortSection::renderHeading(const QString& text, const QString& section)
{
    const bool isOpen = m_folds.isOpen(section);
    m_document.foldableHeading(text, kFoldPrefix + section, isOpen);
    return isOpen;
}

void PortSection::clear()
{
    m_explanation.reset();
    m_others.reset();
}

void PortSection::renderPort(Port number)
{
    if (!m_explanation || m_explanation->explanation.port != number) {
        m_document.paragraph(tr("Looking it up…"), DocumentTone::Dim);
        return;
    }
    const PortExplanation& port = m_explanation->explanation;
    for (const PortExplanation::ProtocolPart& part : port.protocols) {
        m_document.paragraph(CoreText::whole(part.summary));
    }
    m_document.paragraph(CoreText::whole(port.range), DocumentTone::Dim);
    for (const auto& note : {port.oftenUsedBy, port.story}) {
        if (note) {
            m_document.paragraph(CoreText::whole(*note));
        }
    }
    if (!port.now.empty()) {
        m_document.heading(tr("In use now"));
        QStringList sentences;
        for (const Message& sentence : port.now) {
            sentences.append(CoreText::whole(sentence));
        }
        m_document.bullets(sentences);
    }
    if (!port.obstacles.empty() && renderHeading(tr("Why binding would fail"), u"obstacles"_s)) {
        QStringList sentences;
        for (const BindObstacle& obstacle : port.obstacles) {
            sentences.append(CoreText::whole(obstacle.text));
        }
        m_document.bullets(sentences);
        for (const Message& sentence : port.freeAt) {
            m_document.paragraph(CoreText::whole(sentence));
        }
    }
    renderChecks();
    for (const Message& sentence : port.notSeen) {
        m_document.paragraph(CoreText::whole(sentence), DocumentTone::Dim);
    }
}

/// The commands for this system first, those for others only on request.
void PortSection::renderChecks()
{
    if (!renderHeading(tr("Verify in a terminal"), u"checks"_s)) {
        return;
    }
    const QString own = QSysInfo::kernelType() == "linux"_L1 ? u"Linux"_s : QSysInfo::productType();
    const auto isHere = [&own](const ManualCheck& check) {
        return fromUtf8(check.systems).contains(own, Qt::CaseInsensitive);
    };
    const std::vector<ManualCheck>& checks = m_explanation->explanation.checks;
    for (const ManualCheck& check : checks) {
        if (isHere(check)) {
            m_document.command(fromUtf8(check.systems), fromUtf8(check.command));
        }
    }
    if (std::all_of(checks.begin(), checks.end(), isHere) ||
        !renderHeading(tr("On other systems"), u"others"_s)) {
        return;
    }
    for (const ManualCheck& check : checks) {
        if (!isHere(check)) {
            m_document.command(fromUtf8(check.systems), fromUtf8(check.command));
        }
    }
}

void PortSection::renderOtherSockets(std::uint32_t pid, const SocketRecord& socket,
                                     const Snapshot& snapshot)
{
    if (!m_others || m_others->pid != pid) {
        m_others = othersOf(pid, socket, snapshot);
    }
    if (m_others->count == 0) {
        return;
    }
    if (!renderHeading(
            tr("Other sockets of the process (%Ln)", nullptr, static_cast<int>(m_others->count)),
            u"sockets"_s)) {
        return;
    }
    for (const QString& line : m_others->lines) {
        m_document.bullet(line);
    }
    m_document.link({}, tr("Show them all"), u"filter:pid:%1"_s.arg(pid));
}

PortSection::OtherSockets PortSection::othersOf(std::uint32_t pid, const SocketRecord& socket,
                                                const Snapshot& snapshot)
{
    OtherSockets others{pid, {}, 0};
    for (const SocketRecord& other : snapshot.sockets) {
        if (!isHeldBy(other, pid) || other.key == socket.key) {
            continue;
        }
        if (++others.count <= kMaxOtherSockets) {
            others.lines.append(socketLine(other) + u"  "_s + Labels::badge(other.state).toLower());
        }
    }
    return others;
}

}  // namespace quaywatch
