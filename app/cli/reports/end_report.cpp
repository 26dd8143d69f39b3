// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/end_report.h"

#include "app/cli/context/wrapped_text.h"
#include "app/cli/reports/socket_text.h"
#include "core/export/socket_json.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <string_view>

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

std::string candidateText(const EndCandidate& candidate, const EndTarget& target)
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
    text += listenersText(candidate.leftOut ? "holds" : "closes", candidate.listeners);
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
        return text + fact("to end it", commandFor(candidate, target));
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

void writeCandidate(JsonWriter& json, const EndCandidate& candidate)
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
    if (candidate.leftOut) {
        json.key("reason").value(token(candidate.leftOut->reason));
        json.key("text").value(candidate.leftOut->text);
    }
    json.endObject();
}

void writeCandidates(JsonWriter& json, std::string_view key,
                     const std::vector<EndCandidate>& candidates)
{
    json.key(key).beginArray();
    for (const EndCandidate& candidate : candidates) {
        writeCandidate(json, candidate);
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
            text += candidateText(candidate, plan.target);
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
    writeCandidates(json, "processes", plan.candidates);
    writeCandidates(json, "left_out", plan.leftOut);
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
