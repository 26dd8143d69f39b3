// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/end_report.h"

#include "app/cli/context/wrapped_text.h"
#include "app/cli/reports/socket_text.h"
#include "core/export/socket_json.h"
#include "core/process/listener_end.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace quaywatch::cli {
namespace {

std::string fact(std::string_view name, std::string_view value)
{
    constexpr std::size_t kColumn = 16;
    std::string line = "  " + std::string(name);
    line.resize(kColumn, ' ');
    return line + displayText(value) + "\n";
}

std::string nameList(const std::vector<RelatedProcess>& processes)
{
    std::string text;
    for (const RelatedProcess& process : processes) {
        text +=
            (text.empty() ? "" : ", ") + process.name + " (" + std::to_string(process.id.pid) + ")";
    }
    return text;
}

std::string listenersText(std::string_view name, const std::vector<const SocketRecord*>& listeners)
{
    std::string text;
    for (const SocketRecord* socket : listeners) {
        text += fact(name, protocolText(*socket) + " " + toString(socket->local()));
        name = "";
    }
    return text;
}

/// "python3 (4711), nginx (80) +3"
std::string ownerList(const OwnerSet& owners)
{
    constexpr std::size_t kMaxNamed = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(owners.size(), kMaxNamed); ++i) {
        text +=
            (i == 0 ? "" : ", ") + owners[i]->name + " (" + std::to_string(owners[i]->id.pid) + ")";
    }
    return owners.size() > kMaxNamed ? text + " +" + std::to_string(owners.size() - kMaxNamed)
                                     : text;
}

/// What becomes of one listener, as a name and a remark.
std::pair<std::string_view, std::string> endText(const EndPlan& plan, const SocketRecord& listener)
{
    const ListenerEnd end = endOf(plan, listener);
    switch (end.kind) {
        case ListenerEnd::Kind::ClosesWithWorkers:
            return {"closes", ", once its workers have ended, too"};
        case ListenerEnd::Kind::StaysOpen:
            return {"stays open", ", also held by " + ownerList(end.others)};
        case ListenerEnd::Kind::MayStayOpen:
            return {"may stay open", ": a hidden process may hold it, too"};
        case ListenerEnd::Kind::Closes:
            break;
    }
    return {"closes", {}};
}

/// The listeners of a process that is ended: what closes, and then what does not.
std::string endsText(const EndPlan& plan, const EndCandidate& candidate)
{
    constexpr std::array<std::string_view, 3> kNames{"closes", "stays open", "may stay open"};
    std::array<std::string, kNames.size()> parts;
    for (const SocketRecord* socket : candidate.listeners) {
        const auto [name, remark] = endText(plan, *socket);
        const auto place = static_cast<std::size_t>(std::find(kNames.begin(), kNames.end(), name) -
                                                    kNames.begin());
        std::string& part = parts.at(place);
        part += fact(part.empty() ? name : std::string_view(),
                     protocolText(*socket) + " " + toString(socket->local()) + remark);
    }
    return parts[0] + parts[1] + parts[2];
}

/// The command that includes a left-out owner.
std::string commandFor(const EndCandidate& candidate, const EndTarget& target)
{
    if (candidate.leftOut->reason == LeftOut::Reason::Client && !target.process && target.port) {
        EndTarget whole = target;
        whole.includesClients = true;
        return killCommandFor(whole).substr(std::string_view("sudo ").size());
    }
    return "quaywatch-cli kill " + std::to_string(candidate.details.info.id.pid);
}

std::string candidateText(const EndPlan& plan, const EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    std::string text = displayText(processText(info)) + " (" + std::to_string(info.id.pid) + ")" +
                       (info.user ? ", user " + displayText(*info.user) : "") + "\n";
    if (info.exe) {
        text += fact("executable", *info.exe);
    }
    if (info.runs) {
        text += fact("runs", *info.runs);
    }
    if (const std::string forward = forwardText(info); !forward.empty()) {
        text += fact("forwards to", forward);
    }
    text += candidate.leftOut || !candidate.handle ? listenersText("holds", candidate.listeners)
                                                   : endsText(plan, candidate);
    if (!candidate.workers.empty()) {
        text += fact("workers", nameList(candidate.workers));
    }
    if (!candidate.details.children.empty()) {
        text += fact("children", nameList(candidate.details.children));
    }
    if (const std::string advice = stoppedAdvice(info.id, info.state); !advice.empty()) {
        text += fact("state", advice);
    }
    if (candidate.leftOut) {
        text += fact("left out", candidate.leftOut->text);
        return text + fact("to end it", commandFor(candidate, plan.target));
    }
    if (candidate.stopCommand) {
        text += fact("restarts", "unless you run: " + *candidate.stopCommand);
        text += listenersText("also closes", candidate.alsoClosed);
    }
    if (candidate.refusal) {
        text += fact("not ended", *candidate.refusal);
    }
    return text;
}

void writeRelated(JsonWriter& json, std::string_view key,
                  const std::vector<RelatedProcess>& processes)
{
    json.key(key).beginArray();
    for (const RelatedProcess& process : processes) {
        json.beginObject().key("pid").value(process.id.pid);
        json.key("name").value(process.name).endObject();
    }
    json.endArray();
}

void writeSockets(JsonWriter& json, std::string_view key,
                  const std::vector<const SocketRecord*>& sockets)
{
    json.key(key).beginArray();
    for (const SocketRecord* socket : sockets) {
        writeSocket(json, *socket);
    }
    json.endArray();
}

void writeUnits(JsonWriter& json, std::string_view first, std::string_view all,
                const std::vector<std::string>& units)
{
    json.key(first).value(units.empty() ? std::nullopt : std::optional(units.front()));
    json.key(all).beginArray();
    for (const std::string& unit : units) {
        json.value(unit);
    }
    json.endArray();
}

/// Those of the candidate's listeners of which that becomes.
std::vector<const SocketRecord*> endingAs(ListenerEnd::Kind kind, const EndPlan& plan,
                                          const EndCandidate& candidate)
{
    std::vector<const SocketRecord*> found;
    if (candidate.handle && !candidate.leftOut) {
        std::copy_if(
            candidate.listeners.begin(), candidate.listeners.end(), std::back_inserter(found),
            [&](const SocketRecord* listener) { return endOf(plan, *listener).kind == kind; });
    }
    return found;
}

void writeCandidate(JsonWriter& json, const EndPlan& plan, const EndCandidate& candidate)
{
    json.beginObject();
    writeProcessMembers(json, candidate.details.info);
    writeSockets(json, "sockets", candidate.listeners);
    writeRelated(json, "workers", candidate.workers);
    writeRelated(json, "children", candidate.details.children);
    json.key("refusal").value(candidate.refusal);
    writeUnits(json, "restarting_unit", "restarting_units", candidate.restartingUnits);
    writeUnits(json, "socket_unit", "socket_units", candidate.socketUnits);
    json.key("stop_command").value(candidate.stopCommand);
    writeSockets(json, "also_closed", candidate.alsoClosed);
    writeSockets(json, "stay_open", endingAs(ListenerEnd::Kind::StaysOpen, plan, candidate));
    writeSockets(json, "may_stay_open", endingAs(ListenerEnd::Kind::MayStayOpen, plan, candidate));
    if (candidate.leftOut) {
        json.key("reason").value(token(candidate.leftOut->reason));
        json.key("text").value(candidate.leftOut->text);
    }
    json.endObject();
}

void writeCandidates(JsonWriter& json, std::string_view key, const EndPlan& plan,
                     const std::vector<EndCandidate>& candidates)
{
    json.key(key).beginArray();
    for (const EndCandidate& candidate : candidates) {
        writeCandidate(json, plan, candidate);
    }
    json.endArray();
}

/// A holder that cannot be seen has the same members as an owner, as far as its socket has the
/// values.
void writeHolder(JsonWriter& json, const NewHolder& holder)
{
    json.beginObject().key("same_socket").value(holder.isSameSocket);
    if (holder.process) {
        writeProcessMembers(json, *holder.process);
        json.endObject();
        return;
    }
    const SocketRecord& socket = holder.socket;
    for (const char* unknown : {"pid", "name", "comm", "exe", "exe_deleted"}) {
        json.key(unknown).null();
    }
    json.key("command").beginArray().endArray().member("uid", socket.uid);
    json.key("user").value(socket.user ? std::optional(*socket.user) : std::nullopt);
    const std::optional<std::string> unit = holder.unit();
    json.member("unit", unit).key("unit_manager");
    if (unit) {
        json.value(unitManagerToken(socket.unitManagerUid()));
    } else {
        json.null();
    }
    json.member("container",
                socket.serviceContext ? socket.serviceContext->container : std::nullopt);
    for (const char* unknown : {"started_at", "process_state", "script", "runs", "forwards_to"}) {
        json.key(unknown).null();
    }
    json.endObject();
}

void writeHeldAgain(JsonWriter& json, const EndResult& result)
{
    json.key("held_again_by");
    if (!result.heldAgainBy) {
        json.null();
        return;
    }
    json.beginArray();
    for (const NewHolder& holder : *result.heldAgainBy) {
        writeHolder(json, holder);
    }
    json.endArray();
}

}  // namespace

std::string planText(const EndPlan& plan, std::size_t width)
{
    std::string text;
    for (const std::vector<EndCandidate>* part : {&plan.candidates, &plan.leftOut}) {
        for (const EndCandidate& candidate : *part) {
            text += candidateText(plan, candidate);
        }
    }
    return wrappedLines(text, width);
}

std::string leftOutText(const EndCandidate& candidate, const EndTarget& target)
{
    const ProcessInfo& info = candidate.details.info;
    return "left out: " + displayText(processText(info)) + " (" + std::to_string(info.id.pid) +
           "): " + candidate.leftOut->text.english() +
           "; to end it: " + commandFor(candidate, target);
}

std::string stoppedAdvice(const ProcessId& process, const std::optional<ProcessState>& state)
{
    const std::string rest = "and gets SIGTERM only once it continues: use --signal KILL, or ";
    if (state == ProcessState::Stopped) {
        return "stopped, " + rest + "continue it: kill -CONT " + std::to_string(process.pid);
    }
    if (state == ProcessState::Tracing) {
        return "stopped by a debugger, " + rest + "end the debugger";
    }
    return {};
}

std::string endJson(const EndPlan& plan, ProcessSignal signal, const EndResult& result,
                    bool isDryRun)
{
    std::string text;
    JsonWriter json(text);
    json.beginObject().key("schema").value(1);
    json.key("signal").value(signal == ProcessSignal::Kill ? "KILL" : "TERM");
    json.key("dry_run").value(isDryRun);
    json.key("error").value(result.error);
    writeCandidates(json, "processes", plan, plan.candidates);
    writeCandidates(json, "left_out", plan, plan.leftOut);
    json.key("outcomes").beginArray();
    for (const EndOutcome& outcome : result.outcomes) {
        json.beginObject().key("pid").value(outcome.process.pid);
        json.key("name").value(outcome.name).key("outcome").value(token(outcome.kind));
        json.key("text").value(outcome.text).endObject();
    }
    json.endArray();
    writeHeldAgain(json, result);
    json.key("gaps").beginArray();
    for (const Gap& gap : plan.gaps) {
        writeGap(json, gap);
    }
    json.endArray().endObject();
    return text;
}

}  // namespace quaywatch::cli
