// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "app/cli/context/values.h"
#include "app/cli/reports/process_report.h"
#include "core/export/socket_json.h"
#include "core/message/message_list.h"
#include "core/sockets/hidden_owners.h"

#include <algorithm>
#include <variant>

namespace quaywatch::cli {
namespace {

constexpr const char* kFooter =
    R"(For a port: the owners of its listeners, or else of its other sockets.

Examples:
  quaywatch-cli inspect port:8080
  quaywatch-cli inspect 4711 --json

Exit codes: 0 found; 1 nothing there; 2 neither a port nor a process
ID; 3 its owner is hidden.
)";

using Target = std::variant<PidTarget, PortTarget>;

/// The sockets of the port to inspect: its listeners, if it has any.
std::vector<const SocketRecord*> socketsOn(const Snapshot& snapshot, const PortTarget& target)
{
    std::vector<const SocketRecord*> listeners;
    std::vector<const SocketRecord*> others;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (socket.key.localPort == target.port && target.includes(socket.key.protocol)) {
            (socket.isListener() ? listeners : others).push_back(&socket);
        }
    }
    return listeners.empty() ? others : listeners;
}

/// Why the owner of this socket is unknown, and the remedy.
std::string whyHidden(const Snapshot& snapshot, const SocketRecord& socket,
                      const std::string& target, bool isRoot)
{
    if (socket.hiddenBy == HiddenBy::NoDescriptor) {
        return "no process has a descriptor of port " + target + ", so none can be named";
    }
    const std::string text = "the owner of port " + target + " is hidden";
    const std::string asRoot = isRoot ? "" : "; try: sudo quaywatch-cli inspect port:" + target;
    const Gap* const gap = gapOf(snapshot, socket);
    if (gap == nullptr) {
        return text + asRoot;
    }
    // With sudo, this command itself is the remedy.
    const bool isSudo = gap->remedy == "sudo quaywatch-cli list";
    return text + ": " + gap->why.english() +
           (isSudo                ? asRoot
            : gap->remedy.empty() ? ""
                                  : "; try: " + gap->remedy.english());
}

/// Says only what the snapshot shows: where bound TCP sockets are not listed, one may use the port.
std::string nothingUses(const Snapshot& snapshot, const PortTarget& target)
{
    const std::string port = "port " + toText(target);
    const auto elsewhere =
        std::find_if(snapshot.gaps.begin(), snapshot.gaps.end(),
                     [](const Gap& gap) { return gap.kind == Gap::Kind::Namespace; });
    if (elsewhere != snapshot.gaps.end()) {
        return "nothing listed here uses " + port + "; not seen: " + elsewhere->why.english();
    }
    if (snapshot.hasBoundTcp || !target.includes(Protocol::Tcp)) {
        return "nothing uses " + port;
    }
    const Gap* const fallback = tcpFallback(snapshot);
    return "no listed socket uses " + port + ": " +
           (fallback != nullptr ? fallback->why.english()
                                : "TCP sockets that are bound and do not listen were not listed "
                                  "(Linux 6.8 lists them)");
}

/// The processes that hold the port, each once.
Result<std::vector<ProcessId>> ownersOn(const Snapshot& snapshot, const PortTarget& target,
                                        bool isRoot)
{
    const std::vector<const SocketRecord*> sockets = socketsOn(snapshot, target);
    std::vector<ProcessId> owners;
    const SocketRecord* hidden = nullptr;
    for (const SocketRecord* socket : sockets) {
        hidden = socket->ownerState == OwnerState::Hidden ? socket : hidden;
        for (const ProcessPtr& owner : socket->owners()) {
            owners.push_back(owner->id);
        }
    }
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    if (!owners.empty()) {
        return owners;
    }
    if (hidden != nullptr) {
        return failure(ErrorCode::PermissionDenied,
                       whyHidden(snapshot, *hidden, toText(target), isRoot));
    }
    const std::string port = "port " + toText(target);
    if (const Gap* const gap = sockets.empty() ? incompleteTable(snapshot) : nullptr) {
        return failure(ErrorCode::SystemError, Message(MessageId::NotLookedUp, port, gap->why));
    }
    return failure(ErrorCode::NotFound,
                   sockets.empty()
                       ? nothingUses(snapshot, target)
                       : "no process holds " + port + ": it belongs to the kernel, or is closing");
}

std::vector<const SocketRecord*> socketsOf(const Snapshot& snapshot, const ProcessId& process)
{
    std::vector<const SocketRecord*> found;
    for (const SocketRecord& socket : snapshot.sockets) {
        const OwnerSet& owners = socket.owners();
        if (std::any_of(owners.begin(), owners.end(),
                        [&process](const ProcessPtr& owner) { return owner->id == process; })) {
            found.push_back(&socket);
        }
    }
    return found;
}

/// Reads the processes. One that has ended meanwhile is left out, unless it was the only one.
Result<std::vector<ProcessReport>> inspect(const Context& context, const Snapshot& snapshot,
                                           const std::vector<std::uint32_t>& pids)
{
    std::vector<ProcessReport> reports;
    for (const std::uint32_t pid : pids) {
        Result<ProcessDetails> details = context.machine.inspect(pid);
        if (details) {
            std::vector<const SocketRecord*> sockets = socketsOf(snapshot, details->info.id);
            reports.push_back({*std::move(details), std::move(sockets)});
        } else if (details.error().code != ErrorCode::NotFound || pids.size() == 1) {
            return tl::unexpected<Error>(std::move(details.error()));
        }
    }
    return reports;
}

}  // namespace

ExitCode runInspect(const Context& context, const Arguments& arguments)
{
    std::string word;
    bool isJson = false;
    CommandLine line("inspect", "Shows everything about a process, or about the owners of a port.");
    line.word("PID|port:N", word, "A process ID, or a port (port:N/udp for one protocol)");
    line.flag("--json", isJson, "One JSON object");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    const Result<Target> target = parseTarget(word);
    if (!target) {
        return context.fail(target.error());
    }
    const Result<SnapshotPtr> snapshot = context.takeSnapshot(ReadScope::EverythingAndBound);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    std::vector<std::uint32_t> pids;
    if (const auto* const process = std::get_if<PidTarget>(&*target)) {
        pids.push_back(process->pid);
    } else {
        const auto owners = ownersOn(**snapshot, std::get<PortTarget>(*target),
                                     context.machine.currentUser().uid == 0);
        if (!owners) {
            return context.fail(exitCodeOf(owners.error().code), owners.error().context);
        }
        std::transform(owners->begin(), owners->end(), std::back_inserter(pids),
                       [](const ProcessId& owner) { return owner.pid; });
    }
    const auto reports = inspect(context, **snapshot, pids);
    if (!reports) {
        return context.fail(reports.error());
    }
    if (isJson) {
        context.out.line(reportsJson(*reports, (*snapshot)->gaps));
        return ExitCode::Done;
    }
    context.out.text() += reportsText(*reports, context.terminal);
    context.out.flush();
    for (const ProcessReport& report : *reports) {
        context.reportGaps(report.details.gaps);
    }
    return ExitCode::Done;
}

}  // namespace quaywatch::cli
