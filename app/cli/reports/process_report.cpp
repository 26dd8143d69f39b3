// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/process_report.h"

#include "app/cli/context/wrapped_text.h"
#include "app/cli/reports/socket_text.h"
#include "core/export/socket_json.h"
#include "core/sockets/socket_user.h"
#include "core/text/display_text.h"
#include "core/text/shell_quote.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace quaywatch::cli {
namespace {

void writeReport(JsonWriter& json, const ProcessReport& report)
{
    const ProcessDetails& details = report.details;
    json.beginObject();
    writeProcessMembers(json, details.info);
    json.key("thread_of").value(details.threadOf);
    json.key("ppid").value(details.info.parentPid);
    json.key("cwd").value(details.info.workingDirectory);
    json.key("parents").beginArray();
    for (const RelatedProcess& parent : details.parents) {
        json.beginObject().key("pid").value(parent.id.pid);
        json.key("name").value(parent.name).endObject();
    }
    json.endArray();
    json.key("package").value(details.package);
    json.key("socket_unit").value(details.socketUnit);
    json.key("sockets").beginArray();
    for (const SocketRecord* socket : report.sockets) {
        writeSocket(json, *socket);
    }
    json.endArray().endObject();
}

std::string join(const std::vector<std::string>& words, std::string_view between)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? std::string() : std::string(between)) + word;
    }
    return text;
}

std::string commandText(const ProcessInfo& info)
{
    std::vector<std::string> words(info.command.size());
    std::transform(info.command.begin(), info.command.end(), words.begin(), shellQuote);
    return join(words, " ");
}

std::vector<std::string> namesOf(const std::vector<RelatedProcess>& processes)
{
    std::vector<std::string> names;
    names.reserve(processes.size());
    for (const RelatedProcess& process : processes) {
        names.push_back(process.name + " (" + std::to_string(process.id.pid) + ")");
    }
    return names;
}

std::string userOf(const ProcessInfo& info)
{
    const std::string number = info.uid ? std::to_string(*info.uid) : "";
    return info.user ? *info.user + " (" + number + ")" : number;
}

/// Empty unless it explains why the process does not respond.
std::string stateOf(const ProcessInfo& info)
{
    if (info.state == ProcessState::Stopped) {
        return "stopped; kill -CONT " + std::to_string(info.id.pid) + " continues it";
    }
    if (info.state == ProcessState::Tracing) {
        return "stopped by a debugger";
    }
    return info.state ? "zombie: it has ended, but its parent has not collected its exit status"
                      : "";
}

/// The first names, and how many more there are.
std::string firstOf(const std::vector<std::string>& names)
{
    constexpr std::size_t kMaxNames = 10;
    if (names.size() <= kMaxNames + 1) {
        return join(names, ", ");
    }
    return join({names.begin(), names.begin() + kMaxNames}, ", ") + " and " +
           std::to_string(names.size() - kMaxNames) + " more";
}

class Facts {
public:
    explicit Facts(std::size_t width)
        : m_width(width)
    {
    }

    /// Skips unknown facts.
    void add(std::string_view name, std::string_view value)
    {
        constexpr std::size_t kLongest = 4096;
        constexpr std::size_t kColumn = 14;
        if (value.empty()) {
            return;
        }
        m_text += wrapped(displayText(value, kLongest), "  " + std::string(name), kColumn, m_width);
    }
    void addIfKnown(std::string_view name, const std::optional<std::string>& value)
    {
        if (value) {
            add(name, *value);
        }
    }
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

private:
    std::size_t m_width;
    std::string m_text;
};

/// The creator of a socket that the process got from another user, unless the line of the socket
/// says so already.
std::string otherCreator(const SocketRecord& socket, const ProcessInfo& info)
{
    const bool isOther = info.uid && socket.uid && info.uid != socket.uid;
    return isOther && !otherCreatorOf(socket)
               ? ", socket made by " + fullDisplayText(creatorOf(socket).text())
               : std::string();
}

void addSockets(Facts& facts, const ProcessReport& report)
{
    constexpr std::size_t kMaxConnections = 20;
    std::size_t connections = 0;
    std::string_view name = "sockets";
    for (const SocketRecord* socket : report.sockets) {
        if (!socket->isListener() && ++connections > kMaxConnections) {
            continue;
        }
        const bool isOdd = socket->assessment.verdict != Verdict::Ordinary;
        const SocketActivation* const activation = socket->activation();
        facts.add(name, socketLine(*socket) + otherCreator(*socket, report.details.info) +
                            (activation != nullptr
                                 ? ", " + activation->socketUnit + " starts " + activation->service
                                 : "") +
                            (isOdd ? ", " + verdictText(*socket) : ""));
        name = "";
    }
    if (connections > kMaxConnections) {
        facts.add("", "and " + std::to_string(connections - kMaxConnections) +
                          " more: quaywatch-cli list --all pid:" +
                          std::to_string(report.details.info.id.pid));
    }
}

/// Whether a process is a child of the other one and runs the same program, as the workers of a
/// server do. One that does not respond is not the same.
bool isWorkerOf(const ProcessReport& report, const ProcessReport& other)
{
    const ProcessInfo& info = report.details.info;
    const std::vector<RelatedProcess>& parents = report.details.parents;
    return !parents.empty() && parents.front().id == other.details.info.id &&
           executedProgram(info) == executedProgram(other.details.info) &&
           info.name == other.details.info.name && !info.state;
}

/// The workers of a process among the reports, if there are too many to describe each.
std::vector<const ProcessReport*> foldedWorkers(const ProcessReport& report,
                                                const std::vector<ProcessReport>& reports)
{
    constexpr std::size_t kMaxDescribed = 3;
    std::vector<const ProcessReport*> workers;
    for (const ProcessReport& other : reports) {
        if (isWorkerOf(other, report)) {
            workers.push_back(&other);
        }
    }
    return workers.size() > kMaxDescribed ? workers : std::vector<const ProcessReport*>();
}

std::string reportText(const ProcessReport& report,
                       const std::vector<const ProcessReport*>& workers, const Terminal& terminal)
{
    const ProcessDetails& details = report.details;
    const ProcessInfo& info = details.info;
    const std::size_t width = terminal.width().value_or(0);
    Facts facts(width);
    if (info.exe) {
        facts.add("executable", *info.exe + (info.isExeDeleted ? " (deleted)" : "") +
                                    (info.isExeForeign ? " (only in its own file system)" : ""));
    }
    facts.addIfKnown("runs", info.runs);
    facts.addIfKnown("package", details.package);
    facts.add("command", commandText(info));
    facts.addIfKnown("script", info.script);
    facts.addIfKnown("directory", info.workingDirectory);
    facts.add("forwards to", forwardText(info));
    facts.add("state", stateOf(info));
    facts.add("user", userOf(info));
    if (info.startedAt) {
        facts.add("started", terminal.localDateAndClock(*info.startedAt));
    }
    facts.add("parents", firstOf(namesOf(details.parents)));
    facts.add("children", firstOf(namesOf(details.children)));
    if (!workers.empty()) {
        facts.add("", std::to_string(workers.size()) +
                          " of them run the same program and hold the port, too");
    }
    const std::string manager = info.unitManagerUid ? " (of the user's own systemd)" : "";
    facts.addIfKnown("unit", info.unit ? std::optional(*info.unit + manager) : std::nullopt);
    facts.addIfKnown("socket unit", details.socketUnit);
    facts.addIfKnown("container", info.container);
    addSockets(facts, report);
    std::string title = displayText(info.name) + " (" + std::to_string(info.id.pid) + ")";
    if (details.threadOf) {
        title += ", the process of the given thread";
    }
    return wrapped(title, "", 0, width) + facts.text();
}

}  // namespace

std::string reportsJson(const std::vector<ProcessReport>& reports, const std::vector<Gap>& gaps)
{
    std::string text;
    JsonWriter json(text);
    json.beginObject().key("schema").value(1).key("processes").beginArray();
    for (const ProcessReport& report : reports) {
        writeReport(json, report);
    }
    json.endArray().key("gaps").beginArray();
    for (const Gap& gap : gaps) {
        writeGap(json, gap);
    }
    for (const ProcessReport& report : reports) {
        for (const Gap& gap : report.details.gaps) {
            writeGap(json, gap);
        }
    }
    json.endArray();
    const auto ofThread = std::find_if(
        reports.begin(), reports.end(),
        [](const ProcessReport& report) { return report.details.threadOf.has_value(); });
    json.key("thread_of")
        .value(ofThread != reports.end() ? ofThread->details.threadOf : std::nullopt);
    json.endObject();
    return text;
}

std::string reportsText(const std::vector<ProcessReport>& reports, const Terminal& terminal)
{
    std::vector<std::vector<const ProcessReport*>> workers;
    std::set<const ProcessReport*> folded;
    for (const ProcessReport& report : reports) {
        workers.push_back(foldedWorkers(report, reports));
        folded.insert(workers.back().begin(), workers.back().end());
    }
    std::string text;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (!folded.contains(&reports[i])) {
            text += (text.empty() ? "" : "\n") + reportText(reports[i], workers[i], terminal);
        }
    }
    return text;
}

}  // namespace quaywatch::cli
