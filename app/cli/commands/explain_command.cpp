// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "app/cli/context/values.h"
#include "app/cli/reports/bind_json.h"
#include "app/cli/reports/explain_text.h"
#include "core/explain/explain.h"
#include "core/export/socket_json.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <utility>

namespace quaywatch::cli {
namespace {

constexpr const char* kFooter =
    R"(What the registry says about the port, what uses it now and why, what would
prevent a program from binding it, and how to verify it in a terminal on Linux,
macOS and Windows. If a service has several ports, the first is explained, and what
uses the others is listed.

Examples:
  quaywatch-cli explain 931
  quaywatch-cli explain 53/udp
  quaywatch-cli explain ssh

Exit codes: 0 explained; 1 no service has that name; 2 not a port.
)";

/// The requested port; the protocol only if one was given.
struct Question {
    Port port = 0;
    std::optional<Protocol> protocol;
    std::vector<Port> otherPorts;  ///< Further ports of the same name.
};

bool isNumber(std::string_view text)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    return text.empty() ||
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<Question> parseQuestion(std::string_view text)
{
    const std::size_t slash = text.rfind('/');
    const std::string_view subject = text.substr(0, slash);
    Question question;
    if (slash != std::string_view::npos) {
        question.protocol = parseProtocol(text.substr(slash + 1));
        if (question.protocol != Protocol::Tcp && question.protocol != Protocol::Udp) {
            return failure(ErrorCode::Malformed, "'" + displayText(text.substr(slash + 1), 64) +
                                                     "' is not a protocol: write tcp or udp");
        }
    }
    if (isNumber(subject)) {
        return parsePort(subject).map([&question](Port port) {
            return Question{port, question.protocol, {}};
        });
    }
    std::vector<Port> ports = registry::portsOfName(subject);
    if (ports.empty()) {
        return failure(ErrorCode::NotFound, "no service '" + displayText(subject, 64) +
                                                "' in the registry of " +
                                                std::string(registry::date()));
    }
    question.port = ports.front();
    ports.erase(ports.begin());
    question.otherPorts = std::move(ports);
    return question;
}

void writeAssignment(JsonWriter& json, const PortExplanation::ProtocolPart& part)
{
    json.beginObject();
    json.key("protocol").value(token(part.protocol));
    json.key("state").value(token(part.assignment.state));
    json.key("names").beginArray();
    for (const std::string_view name : part.assignment.names) {
        json.value(name);
    }
    json.endArray();
    json.key("description");
    if (part.assignment.description.empty()) {
        json.null();
    } else {
        json.value(part.assignment.description);
    }
    json.key("summary").value(part.summary).key("bind");
    writeBindForecast(json, part.bind);
    json.endObject();
}

void writeTexts(JsonWriter& json, std::string_view key, const std::vector<Message>& texts)
{
    json.key(key).beginArray();
    for (const Message& text : texts) {
        json.value(text);
    }
    json.endArray();
}

void writeOtherPorts(JsonWriter& json, const std::vector<PortExplanation>& others)
{
    json.key("other_ports").beginArray();
    for (const PortExplanation& other : others) {
        json.beginObject().key("port").value(other.port);
        json.key("sockets").beginArray();
        for (const SocketRecord* socket : other.sockets) {
            writeSocket(json, *socket);
        }
        json.endArray();
        writeTexts(json, "now", other.now);
        json.endObject();
    }
    json.endArray();
}

void writeExplanation(JsonWriter& json, const PortExplanation& explanation,
                      const std::vector<PortExplanation>& others, const std::vector<Gap>& gaps)
{
    json.beginObject().key("schema").value(1);
    json.key("port").value(explanation.port);
    json.key("range").value(token(portClassOf(explanation.port)));
    json.key("registry").value(registry::date());
    json.key("protocols").beginArray();
    for (const PortExplanation::ProtocolPart& part : explanation.protocols) {
        writeAssignment(json, part);
    }
    json.endArray();
    json.key("story").value(explanation.story);
    json.key("often_used_by").value(explanation.oftenUsedBy);
    json.key("sockets").beginArray();
    for (const SocketRecord* socket : explanation.sockets) {
        writeSocket(json, *socket);
    }
    json.endArray();
    writeTexts(json, "now", explanation.now);
    json.key("obstacles").beginArray();
    for (const BindObstacle& obstacle : explanation.obstacles) {
        json.beginObject().key("kind").value(obstacle.token);
        json.key("text").value(obstacle.text).endObject();
    }
    json.endArray();
    writeTexts(json, "not_seen", explanation.notSeen);
    json.key("checks").beginArray();
    for (const ManualCheck& check : explanation.checks) {
        json.beginObject().key("systems").value(check.systems);
        json.key("command").value(check.command).endObject();
    }
    json.endArray();
    json.key("gaps").beginArray();
    for (const Gap& gap : gaps) {
        writeGap(json, gap);
    }
    json.endArray();
    writeOtherPorts(json, others);
    json.endObject();
}

/// Root needs no sudo.
void withoutSudo(std::vector<ManualCheck>& checks)
{
    constexpr std::string_view kSudo = "sudo ";
    for (ManualCheck& check : checks) {
        if (check.command.starts_with(kSudo)) {
            check.command.erase(0, kSudo.size());
        }
    }
}

}  // namespace

ExitCode runExplain(const Context& context, const Arguments& arguments)
{
    std::string subject;
    bool isJson = false;
    CommandLine line("explain", "Explains a port.");
    line.word("PORT|NAME", subject, "931, 931/tcp, 931/udp, or a service such as ssh");
    line.flag("--json", isJson, "One JSON object");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    const Result<Question> question = parseQuestion(subject);
    if (!question) {
        return question.error().code == ErrorCode::NotFound
                   ? context.fail(ExitCode::NotFound, question.error().context)
                   : context.fail(question.error());
    }
    const Result<SnapshotPtr> snapshot = context.takeSnapshot(ReadScope::EverythingAndBound);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    const BindRules rules = context.machine.bindRules();
    const CurrentUser user = context.machine.currentUser();
    const auto explain = [&](Port port) {
        return explainPort(port, question->protocol, **snapshot, rules, user);
    };
    PortExplanation explanation = explain(question->port);
    if (user.uid == 0) {
        withoutSudo(explanation.checks);
    }
    std::vector<PortExplanation> others(question->otherPorts.size());
    std::transform(question->otherPorts.begin(), question->otherPorts.end(), others.begin(),
                   explain);
    if (isJson) {
        JsonWriter json(context.out.text());
        writeExplanation(json, explanation, others, (*snapshot)->gaps);
        context.out.text() += '\n';
        return ExitCode::Done;
    }
    constexpr std::size_t kReadable = 100;
    context.out.text() +=
        toText(explanation, std::min(context.terminal.width().value_or(80), kReadable), others);
    return ExitCode::Done;
}

}  // namespace quaywatch::cli
