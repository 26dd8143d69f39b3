// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/process_section.h"

#include "app/gui/widgets/value_document.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"
#include "core/sockets/socket_user.h"

#include <optional>
#include <string>

namespace quaywatch {

using DocumentTone = ValueDocument::Tone;

ProcessSection::ProcessSection(ValueDocument& document)
    : m_document(document)
{
}

QString ProcessSection::stateText(const ProcessInfo& info)
{
    if (info.state == ProcessState::Stopped) {
        return tr("stopped: does not respond until it continues (kill -CONT %1)").arg(info.id.pid);
    }
    if (info.state == ProcessState::Tracing) {
        return tr("stopped by a debugger: does not respond until the debugger continues it");
    }
    return info.state ? tr("zombie: it has ended, but its parent has not collected its exit status")
                      : QString();
}

void ProcessSection::renderProcess(const ProcessInfo& info, const SocketRecord& socket)
{
    // For an interpreter, the script says which program it is.
    m_document.path(tr("Script"), plainOrEmpty(info.script));
    if (info.script) {
        m_document.path(tr("Directory"), plainOrEmpty(info.workingDirectory));
    }
    m_document.value(tr("State"), stateText(info));
    if (info.uid && socket.uid && info.uid != socket.uid) {
        m_document.value(tr("Socket made by"), fullPlainText(creatorOf(socket).text()));
    }
    m_document.path(tr("Path"), plainOrEmpty(info.exe),
                    info.isExeDeleted ? tr("  (deleted from disk)") : QString());
    // A loader's own path says little.
    m_document.path(tr("Runs"), plainOrEmpty(info.runs));
    m_document.value(tr("Command"), commandText(info), true);
    if (!info.script) {
        m_document.path(tr("Directory"), plainOrEmpty(info.workingDirectory));
    }
    if (info.startedAt) {
        m_document.value(tr("Started"), momentText(*info.startedAt));
    }
    m_document.value(tr("Unit"), plainOrEmpty(info.unit), true);
    m_document.value(tr("Container"), plainOrEmpty(info.container), true);
    const OwnerSet& owners = socket.owners();
    std::vector<RelatedProcess> others;
    for (const ProcessPtr& owner : owners) {
        if (owner->id != info.id) {
            others.push_back({owner->id, owner->name});
        }
    }
    renderRelatives(tr("Shared with"), others);
}

void ProcessSection::renderDetails(const ProcessDetails& details)
{
    m_document.value(tr("Package"), plainOrEmpty(details.package), true);
    m_document.value(tr("Socket unit"), plainOrEmpty(details.socketUnit), true);
    renderRelatives(tr("Started by"), details.parents);
    renderRelatives(tr("Children"), details.children);
    for (const Gap& gap : details.gaps) {
        m_document.paragraph(tr("Not read: %1.").arg(CoreText::whole(gap.why)), DocumentTone::Dim);
    }
}

void ProcessSection::renderRelatives(const QString& name,
                                     const std::vector<RelatedProcess>& relatives)
{
    std::vector<ValueDocument::Link> links;
    links.reserve(relatives.size());
    for (const RelatedProcess& each : relatives) {
        links.push_back({relativeText(each), kInspectPrefix + QString::number(each.id.pid)});
    }
    m_document.links(name, links);
}

}  // namespace quaywatch
