// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/end_plan_section.h"

#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/command_text.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"
#include "core/process/listener_end.h"

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

namespace {

/// For example "nginx (PID 4711)", with the reason if the process may not be ended.
QString candidateText(const EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    const QString text = relativeText({info.id, info.name});
    return candidate.refusal ? text + u": "_s + CoreText::of(*candidate.refusal) : text;
}

QStringList relativesText(const std::vector<RelatedProcess>& relatives)
{
    QStringList texts;
    for (const RelatedProcess& each : relatives) {
        texts.append(relativeText(each));
    }
    texts.removeDuplicates();
    return texts;
}

/// For example "python3 (PID 4711), nginx (PID 80)"; after three, their number.
QString ownersText(const OwnerSet& owners)
{
    constexpr std::size_t kMaxNamed = 3;
    QStringList texts;
    for (std::size_t i = 0; i < std::min(owners.size(), kMaxNamed); ++i) {
        texts.append(relativeText({owners[i]->id, owners[i]->name}));
    }
    if (owners.size() > kMaxNamed) {
        texts.append(
            EndProcessDialog::tr("%Ln more", nullptr, static_cast<int>(owners.size() - kMaxNamed)));
    }
    return texts.join(u", "_s);
}

/// The children that are not listed as workers.
std::vector<RelatedProcess> otherChildren(const EndCandidate& candidate)
{
    std::vector<RelatedProcess> others;
    const std::vector<RelatedProcess>& workers = candidate.workers;
    for (const RelatedProcess& child : candidate.details.children) {
        const auto isChild = [&child](const RelatedProcess& worker) {
            return worker.id.pid == child.id.pid;
        };
        if (std::none_of(workers.begin(), workers.end(), isChild)) {
            others.push_back(child);
        }
    }
    return others;
}

/// Why there is no plan, without a command, and without the cause that the title names.
Message reasonOf(const Error& error)
{
    const bool isNamed = error.code == ErrorCode::NotFound || error.code == ErrorCode::TimedOut ||
                         error.code == ErrorCode::PermissionDenied;
    return isNamed && !error.context.empty() ? CommandText::of(error.context).reason
                                             : describe(error);
}

}  // namespace

EndPlanSection::EndPlanSection(ValueDocument& document)
    : m_document(document)
{
}

QString EndPlanSection::targetText(const EndTarget& target)
{
    if (target.process) {
        return EndProcessDialog::tr("process %1").arg(target.process->pid);
    }
    return EndProcessDialog::tr("port %1").arg(target.port.value_or(0));
}

bool EndPlanSection::isDone(const EndOutcome& outcome)
{
    return !outcome.isPortHeld && (outcome.kind == EndOutcome::Kind::Ended ||
                                   outcome.kind == EndOutcome::Kind::AlreadyExited);
}

QString EndPlanSection::refusalTitle(const EndPlanSet::Refusal& refusal)
{
    switch (refusal.error.code) {
        case ErrorCode::TimedOut:
            return EndProcessDialog::tr("It could not be accessed in time");
        case ErrorCode::NotFound:
            return refusal.target.process ? EndProcessDialog::tr("It has already ended")
                                          : EndProcessDialog::tr("Nothing listens there now");
        case ErrorCode::PermissionDenied:
            return EndProcessDialog::tr("You do not have permission to end it");
        default:
            return EndProcessDialog::tr("Not done");
    }
}

void EndPlanSection::showPlans(const EndPlanSet& plans, const QStringList& remarks)
{
    m_commands.clear();
    m_document.begin();
    std::vector<const EndCandidate*> all = plans.candidates();
    m_ended = all;
    const std::vector<const EndCandidate*> leftOut = plans.leftOut();
    all.insert(all.end(), leftOut.begin(), leftOut.end());
    showCandidates(all);
    showRefusals(plans);
    for (const EndPlanPtr& plan : plans.plans()) {
        showGaps(*plan);
    }
    for (const QString& remark : remarks) {
        m_document.paragraph(remark, DocumentTone::Dim);
    }
    showCommands();
    m_document.end();
}

void EndPlanSection::showCandidates(const std::vector<const EndCandidate*>& candidates)
{
    QStringList others;
    qsizetype shown = 0;
    for (const EndCandidate* candidate : candidates) {
        if (shown++ < ValueDocument::kMaxItems) {
            showCandidate(*candidate);
        } else {
            others.append(candidateText(*candidate));
        }
    }
    m_document.more(others);
}

/// The reason, once. For several targets the title says which one is meant.
void EndPlanSection::showRefusals(const EndPlanSet& plans)
{
    QStringList others;
    qsizetype shown = 0;
    for (const EndPlanSet::Refusal& refusal : plans.refusals()) {
        const Error& error = refusal.error;
        const QString reason = CoreText::whole(reasonOf(error));
        if (plans.targets().size() == 1) {
            m_document.paragraph(reason);
        } else if (shown++ < ValueDocument::kMaxItems) {
            //: A port or process, and why it is not ended
            m_document.bullet(
                EndProcessDialog::tr("Not ended: %1: %2").arg(targetText(refusal.target), reason),
                DocumentTone::Warning);
        } else {
            others.append(targetText(refusal.target));
        }
        addCommand(fullPlainText(CommandText::of(error.context).command));
    }
    m_document.more(others);
}

void EndPlanSection::showState(const ProcessInfo& info)
{
    if (info.state == ProcessState::Stopped) {
        m_document.notice(
            EndProcessDialog::tr("It is stopped, and gets SIGTERM only once it is resumed: kill "
                                 "it, or resume it first."),
            DocumentTone::Warning);
        m_document.command(EndProcessDialog::tr("To resume it"),
                           u"kill -CONT %1"_s.arg(info.id.pid));
    } else if (info.state == ProcessState::Tracing) {
        m_document.notice(
            EndProcessDialog::tr("It is held by a debugger, and gets SIGTERM only once the "
                                 "debugger resumes it: kill it, or end the debugger first."),
            DocumentTone::Warning);
    }
}

void EndPlanSection::showCandidate(const EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    m_document.heading(plainText(info.name, 80));
    if (candidate.refusal) {
        m_document.notice(CoreText::whole(*candidate.refusal), DocumentTone::Warning);
    }
    if (candidate.leftOut) {
        m_document.notice(
            EndProcessDialog::tr("Left out: %1.").arg(CoreText::whole(candidate.leftOut->text)),
            DocumentTone::Warning);
    }
    showState(info);
    m_document.value(EndProcessDialog::tr("PID"), QString::number(info.id.pid), true);
    m_document.value(EndProcessDialog::tr("User"),
                     info.user ? fullPlainText(*info.user) : QString());
    m_document.value(EndProcessDialog::tr("Path"), info.exe ? fullPlainText(*info.exe) : QString(),
                     true);
    m_document.value(EndProcessDialog::tr("Command"), commandText(info), true);
    if (candidate.leftOut || !candidate.handle) {
        showLines(EndProcessDialog::tr("Holds"), candidate.listeners);
    } else {
        showEnds(candidate);
    }
    m_document.values(EndProcessDialog::tr("Its workers"), relativesText(candidate.workers));
    m_document.values(EndProcessDialog::tr("Its children"),
                      relativesText(otherChildren(candidate)));
    showUnits(candidate);
}

/// Several sockets of one address are one line.
void EndPlanSection::showLines(const QString& title,
                               const std::vector<const SocketRecord*>& listeners)
{
    QStringList lines;
    for (const SocketRecord* listener : listeners) {
        lines.append(socketLine(*listener));
    }
    lines.removeDuplicates();
    m_document.values(title, lines, true);
}

void EndPlanSection::showEnds(const EndCandidate& candidate)
{
    QStringList closing;
    QStringList staying;
    QStringList unsure;
    for (const SocketRecord* listener : candidate.listeners) {
        const QString line = socketLine(*listener);
        const ListenerEnd end = endOf(m_ended, *listener);
        switch (end.kind) {
            case ListenerEnd::Kind::Closes:
                closing.append(line);
                break;
            case ListenerEnd::Kind::ClosesWithWorkers:
                //: A listener, for example "TCP 0.0.0.0:80"
                closing.append(
                    EndProcessDialog::tr("%1, once its workers have ended, too").arg(line));
                break;
            case ListenerEnd::Kind::StaysOpen:
                //: A listener, and processes
                staying.append(
                    EndProcessDialog::tr("%1, also held by %2").arg(line, ownersText(end.others)));
                break;
            case ListenerEnd::Kind::MayStayOpen:
                //: A listener
                unsure.append(
                    EndProcessDialog::tr("%1: a hidden process may hold it, too").arg(line));
                break;
        }
    }
    for (QStringList* lines : {&closing, &staying, &unsure}) {
        lines->removeDuplicates();
    }
    m_document.values(EndProcessDialog::tr("Ports that close"), closing, true);
    m_document.values(EndProcessDialog::tr("Ports that stay open"), staying, true);
    m_document.values(EndProcessDialog::tr("Ports that may stay open"), unsure, true);
}

void EndPlanSection::showUnits(const EndCandidate& candidate)
{
    for (const std::string& unit : candidate.restartingUnits) {
        m_document.notice(EndProcessDialog::tr("systemd may start it again: it belongs to %1.")
                              .arg(plainText(unit)),
                          DocumentTone::Warning);
    }
    for (const std::string& unit : candidate.socketUnits) {
        m_document.notice(EndProcessDialog::tr("Its port is held by %1 and would stay open.")
                              .arg(plainText(unit)),
                          DocumentTone::Warning);
    }
    if (candidate.stopCommand) {
        m_document.command(EndProcessDialog::tr("To stop it for good"),
                           fullPlainText(*candidate.stopCommand));
        showLines(EndProcessDialog::tr("Stopping it also closes"), candidate.alsoClosed);
    }
}

void EndPlanSection::showGaps(const EndPlan& plan)
{
    for (const Gap& gap : plan.gaps) {
        const QString why = CoreText::whole(gap.why);
        m_document.paragraph(
            gap.kind == Gap::Kind::Process ? why : EndProcessDialog::tr("Not seen: %1.").arg(why),
            DocumentTone::Dim);
        if (!gap.remedy.hasId()) {
            addCommand(CoreText::whole(gap.remedy));  // Without an id it is a command.
        } else {
            //: What helps to see what could not be read
            m_document.paragraph(
                EndProcessDialog::tr("What helps: %1.").arg(CoreText::whole(gap.remedy)),
                DocumentTone::Dim);
        }
    }
}

void EndPlanSection::showOutcomes(const std::vector<EndOutcome>& outcomes)
{
    m_commands.clear();
    m_document.begin();
    QStringList others;
    qsizetype shown = 0;
    for (const EndOutcome& outcome : outcomes) {
        const CommandText parts = CommandText::of(outcome.text);
        addCommand(fullPlainText(parts.command));
        const QString text = CoreText::whole(parts.reason);
        if (shown++ < ValueDocument::kMaxItems) {
            m_document.bullet(text, isDone(outcome) ? DocumentTone::Good : DocumentTone::Warning);
        } else {
            others.append(text);
        }
    }
    m_document.more(others);
    showCommands();
    m_document.end();
}

void EndPlanSection::addCommand(const QString& command)
{
    if (!command.isEmpty() && !m_commands.contains(command)) {
        m_commands.append(command);
    }
}

void EndPlanSection::showCommands()
{
    for (const QString& command : m_commands) {
        m_document.command(m_commands.size() == 1
                               ? EndProcessDialog::tr("Run this command instead")
                               : EndProcessDialog::tr("Run these commands instead"),
                           command);
    }
}

}  // namespace quaywatch
