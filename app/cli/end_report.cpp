// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/end_report.h"

#include "app/cli/socket_text.h"
#include "core/display_text.h"
#include "core/socket_json.h"

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

std::string namesOf(const std::vector<RelatedProcess>& processes)
{
    std::string text;
    for (const RelatedProcess& process : processes) {
        text +=
            (text.empty() ? "" : ", ") + process.name + " (" + std::to_string(process.id.pid) + ")";
    }
    return text;
}

std::string candidateText(const EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    std::string text = displayText(processText(info)) + " (" + std::to_string(info.id.pid) + ")" +
                       (info.user ? ", user " + displayText(*info.user) : "") + "\n";
    if (info.exe) {
        text += fact("executable", *info.exe);
    }
    std::string_view name = "goes down";
    for (const SocketRecord* socket : candidate.listeners) {
        text += fact(name, protocolText(*socket) + " " + endpointText(socket->local()));
        name = "";
    }
    if (!candidate.workers.empty()) {
        text += fact("workers", namesOf(candidate.workers));
    }
    if (!candidate.details.children.empty()) {
        text += fact("children", namesOf(candidate.details.children));
    }
    if (candidate.stopCommand) {
        text += fact("comes back", "unless you say: " + *candidate.stopCommand);
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

void writeCandidate(JsonWriter& json, const EndCandidate& candidate)
{
    json.beginObject();
    writeProcessMembers(json, candidate.details.info);
    json.key("sockets").beginArray();
    for (const SocketRecord* socket : candidate.listeners) {
        writeSocket(json, *socket);
    }
    json.endArray();
    writeRelated(json, "workers", candidate.workers);
    writeRelated(json, "children", candidate.details.children);
    json.key("refusal").value(candidate.refusal);
    json.key("restarting_unit").value(candidate.restartingUnit);
    json.key("socket_unit").value(candidate.socketUnit);
    json.key("stop_command").value(candidate.stopCommand).endObject();
}

}  // namespace

std::string planText(const EndPlan& plan)
{
    std::string text;
    for (const EndCandidate& candidate : plan.candidates) {
        text += candidateText(candidate);
    }
    return text;
}

std::string endJson(const EndPlan& plan, ProcessSignal signal,
                    const std::vector<EndOutcome>* outcomes)
{
    std::string text;
    JsonWriter json(text);
    json.beginObject().key("schema").value(1);
    json.key("signal").value(signal == ProcessSignal::Kill ? "KILL" : "TERM");
    json.key("dry_run").value(outcomes == nullptr);
    json.key("processes").beginArray();
    for (const EndCandidate& candidate : plan.candidates) {
        writeCandidate(json, candidate);
    }
    json.endArray().key("outcomes").beginArray();
    for (const EndOutcome& outcome : outcomes == nullptr ? std::vector<EndOutcome>{} : *outcomes) {
        json.beginObject().key("pid").value(outcome.process.pid);
        json.key("name").value(outcome.name).key("outcome").value(token(outcome.kind));
        json.key("text").value(outcome.text).endObject();
    }
    json.endArray().key("gaps").beginArray();
    for (const Gap& gap : plan.gaps) {
        writeGap(json, gap);
    }
    json.endArray().endObject();
    return text;
}

}  // namespace quaywatch::cli
