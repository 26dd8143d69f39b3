// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "app/cli/context/values.h"
#include "app/cli/reports/end_report.h"
#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <variant>

namespace quaywatch::cli {
namespace {

using namespace std::chrono_literals;

constexpr const char* kFooter =
    R"(For a port, the owners of its listener are ended, never its clients: a UDP socket
on a port of the kernel's ephemeral range that the baseline does not expect counts
as a client. A process whose socket was opened by another user, such as a process
of root that received a user's socket, is left out as well: it needs a separate
confirmation, or is ended by its process ID. Each process is identified from the
moment it is shown, so that a later process with the same ID is never signalled.
PID 1, kernel threads and Quaywatch itself are never signalled; a user's systemd
only by its ID with --signal KILL. If another process holds the port again soon
after, it is reported.

Examples:
  quaywatch-cli kill port:3000
  quaywatch-cli kill port:53/udp --dry-run
  quaywatch-cli kill 4711 --signal KILL --yes

Exit codes: 0 ended; 1 nothing there, or declined; 2 no terminal to ask on and no
--yes; 3 not permitted, an owner was left out because of its socket's user, or an
unconfirmed process still holds the port; 4 a process did not end, or the system
failed. With --dry-run: what is known in advance. They also apply when nobody
reads the output.
)";

struct Options {
    std::variant<PidTarget, PortTarget> target;
    ProcessSignal signal = ProcessSignal::Terminate;
    std::chrono::milliseconds wait = 3s;
    bool isDryRun = false;
    bool assumeYes = false;
    bool isJson = false;
    bool includesClients = false;
};

/// The command-line arguments as text.
struct Words {
    std::string target;
    std::optional<std::string> signal;
    std::optional<std::string> wait;
};

Result<void> read(const Words& words, Options& options)
{
    const auto target = parseTarget(words.target);
    if (!target) {
        return tl::unexpected<Error>(target.error());
    }
    options.target = *target;
    if (words.signal) {
        const Result<ProcessSignal> signal = parseSignal(*words.signal);
        if (!signal) {
            return tl::unexpected<Error>(signal.error());
        }
        options.signal = *signal;
    }
    if (words.wait) {
        const Result<std::chrono::milliseconds> wait = parseSeconds(*words.wait);
        if (!wait) {
            return tl::unexpected<Error>(wait.error());
        }
        options.wait = *wait;
    }
    return {};
}

/// A thread cannot be ended alone, and its process is more than the user named.
std::string threadText(const Options& options, const ProcessDetails& details)
{
    const std::string process = std::to_string(details.info.id.pid);
    return std::to_string(std::get<PidTarget>(options.target).pid) + " is a thread of process " +
           process + " (" + displayText(details.info.name) +
           "); to end the process: quaywatch-cli kill " + process;
}

Result<EndPlan> makePlan(const Context& context, const Options& options)
{
    EndTarget target;
    if (const auto* const port = std::get_if<PortTarget>(&options.target)) {
        target.port = port->port;
        target.protocol = port->protocol;
        target.includesClients = options.includesClients;
    } else {
        const Result<ProcessDetails> details =
            context.machine.inspect(std::get<PidTarget>(options.target).pid);
        if (!details) {
            return tl::unexpected<Error>(details.error());
        }
        if (details->threadOf) {
            return failure(ErrorCode::Malformed, threadText(options, *details));
        }
        target.process = details->info.id;
        target.includesManager = options.signal == ProcessSignal::Kill;
    }
    const Result<SnapshotPtr> snapshot = context.takeSnapshot(ReadScope::Listeners);
    if (!snapshot) {
        return tl::unexpected<Error>(snapshot.error());
    }
    return context.machine.planEnd(target, *snapshot);
}

using Reason = LeftOut::Reason;

bool canEnd(const std::vector<EndCandidate>& candidates)
{
    return std::any_of(candidates.begin(), candidates.end(),
                       [](const EndCandidate& candidate) { return candidate.handle != nullptr; });
}

/// Whether the user at the terminal agrees.
bool isAgreed(const Context& context, const std::string& question)
{
    context.terminal.writeError(question + " [y/N] ");
    const std::string answer = context.terminal.readLine().value_or("");
    return answer == "y" || answer == "Y" || answer == "yes";
}

/// Asks about the processes of the plan, and then about each left-out owner separately.
/// @return Whether to end any process.
bool ask(const Context& context, EndPlan& plan, ProcessSignal signal)
{
    const std::string how = signal == ProcessSignal::Kill ? "Kill" : "End";
    context.terminal.writeError(planText(plan, context.terminal.width().value_or(0)));
    if (canEnd(plan.candidates)) {
        const std::string whom = plan.candidates.size() == 1 ? " it?" : " them?";
        const std::string only = plan.candidates.size() == 1 && !plan.leftOut.empty()
                                     ? " " + displayText(plan.candidates[0].details.info.name) + "?"
                                     : whom;
        if (!isAgreed(context, how + only)) {
            return false;
        }
    }
    std::vector<EndCandidate> leftOut;
    for (EndCandidate& candidate : plan.leftOut) {
        const ProcessInfo& info = candidate.details.info;
        const bool isTakenIn =
            candidate.handle != nullptr && candidate.leftOut->reason != Reason::Client &&
            isAgreed(context, displayText(info.name) + " (" + std::to_string(info.id.pid) + "): " +
                                  candidate.leftOut->text.english() + ". " + how + " it anyway?");
        (isTakenIn ? plan.candidates : leftOut).push_back(std::move(candidate));
    }
    plan.leftOut = std::move(leftOut);
    return canEnd(plan.candidates);
}

ExitCode exitCodeOf(EndOutcome::Kind kind) noexcept
{
    switch (kind) {
        case EndOutcome::Kind::Ended:
        case EndOutcome::Kind::AlreadyExited:
            return ExitCode::Done;
        case EndOutcome::Kind::ReleasedSocket:
            return ExitCode::NotFound;
        case EndOutcome::Kind::Refused:
            return ExitCode::NotPermitted;
        case EndOutcome::Kind::StillAlive:
        case EndOutcome::Kind::Failed:
            break;
    }
    return ExitCode::Failed;
}

/// The part of the exit code that depends on left-out owners: clients do not count, but if there
/// are only clients, nothing was found.
ExitCode exitCodeOf(const EndPlan& plan) noexcept
{
    if (!plan.gaps.empty() || plan.hasDoubtfulOwner()) {
        return ExitCode::NotPermitted;
    }
    return plan.candidates.empty() ? ExitCode::NotFound : ExitCode::Done;
}

/// A baseline that cannot be used expects no process, so its servers look like clients.
void reportBrokenBaseline(const Context& context, const EndPlan& plan)
{
    if (!plan.hasLeftOut(Reason::Client)) {
        return;
    }
    for (const Gap& gap : plan.snapshot->gaps) {
        if (gap.kind == Gap::Kind::Baseline) {
            context.reportGaps({gap});
        }
    }
}

ExitCode dryRun(const Context& context, const EndPlan& plan, const Options& options)
{
    if (options.isJson) {
        context.out.line(endJson(plan, options.signal, {}, true));
    } else {
        context.out.text() += planText(plan, context.terminal.width().value_or(0));
        context.out.flush();
        reportBrokenBaseline(context, plan);
        context.reportGaps(plan.gaps);
    }
    // The exit code if every signaled process ended.
    const bool isAnyRefused =
        std::any_of(plan.candidates.begin(), plan.candidates.end(),
                    [](const EndCandidate& candidate) { return candidate.handle == nullptr; });
    return isAnyRefused ? ExitCode::NotPermitted : exitCodeOf(plan);
}

/// How to end workers that outlived their parent: they got no signal.
std::string workerAdvice(const EndTarget& target, const std::vector<std::uint32_t>& workers)
{
    std::string command = "quaywatch-cli kill " + std::to_string(workers.front());
    if (target.port && !target.process) {
        command = killCommandFor(target).substr(std::string_view("sudo ").size());
    }
    const bool isOne = workers.size() == 1;
    return std::string(isOne ? "the worker" : "the workers") +
           " did not end with the parent, and got no signal; to end " +
           (isOne || command.find("port:") != std::string::npos ? (isOne ? "it" : "them")
                                                                : "the first") +
           ": " + command;
}

void reportSurvivors(const Context& context, const EndTarget& target,
                     const std::vector<EndOutcome>& outcomes)
{
    std::vector<std::uint32_t> workers;
    bool hasRunning = false;
    for (const EndOutcome& outcome : outcomes) {
        const std::string advice = stoppedAdvice(outcome.process, outcome.state);
        if (!advice.empty()) {
            context.reportError("process " + std::to_string(outcome.process.pid) + " is " + advice);
        }
        if (!advice.empty() || outcome.kind != EndOutcome::Kind::StillAlive) {
            continue;
        }
        if (outcome.wasSignaled) {
            hasRunning = true;
        } else {
            workers.push_back(outcome.process.pid);
        }
    }
    if (!workers.empty()) {
        context.reportError(workerAdvice(target, workers));
    }
    if (hasRunning) {
        context.reportError(
            "still running; wait longer with --wait, or force it to quit with --signal KILL");
    }
}

/// The gaps that remain after the processes were ended. Whether a hidden process holds a listener,
/// too, is known then: its port was polled again.
std::vector<Gap> gapsAfter(const EndPlan& plan, const EndResult& result)
{
    std::vector<Gap> gaps = plan.gaps;
    if (result.heldAgainBy && std::none_of(result.heldAgainBy->begin(), result.heldAgainBy->end(),
                                           [](const NewHolder& one) { return one.isSameSocket; })) {
        gaps.erase(std::remove_if(gaps.begin(), gaps.end(),
                                  [](const Gap& gap) {
                                      return gap.why.id() == MessageId::PerhapsHiddenHolders;
                                  }),
                   gaps.end());
    }
    return gaps;
}

ExitCode report(const Context& context, EndPlan& plan, const Options& options,
                const EndResult& result)
{
    plan.gaps = gapsAfter(plan, result);
    // Owners that cannot be seen keep running.
    ExitCode code = exitCodeOf(plan);
    for (const EndOutcome& outcome : result.outcomes) {
        code = std::max(code, exitCodeOf(outcome.kind));
        if (outcome.isPortHeld) {
            code = std::max(code, ExitCode::NotPermitted);
        }
        if (!options.isJson) {
            context.out.line(displayText(outcome.text));
        }
    }
    if (options.isJson) {
        context.out.line(endJson(plan, options.signal, result, false));
        return code;
    }
    context.out.flush();
    for (const EndCandidate& candidate : plan.leftOut) {
        context.reportError(leftOutText(candidate, plan.target));
    }
    reportBrokenBaseline(context, plan);
    context.reportGaps(plan.gaps);
    if (options.signal == ProcessSignal::Terminate) {
        reportSurvivors(context, plan.target, result.outcomes);
    }
    return code;
}

EndResult execute(const Context& context, EndPlan& plan, const Options& options)
{
    EndResult result{context.machine.execute(plan, options.signal, options.wait, {}), {}, {}};
    result.heldAgainBy =
        recheckPorts(plan, result.outcomes,
                     {.read = [&context] { return context.takeSnapshot(ReadScope::Listeners); },
                      .pause = context.machine.pause,
                      .isCanceled = {}});
    if (result.heldAgainBy) {
        reportNewHolders(plan, *result.heldAgainBy, result.outcomes);
    }
    return result;
}

/// A failure also has a JSON document.
void writeFailure(const Context& context, const EndPlan& plan, const Options& options,
                  const std::string& error)
{
    if (options.isJson) {
        EndResult result;
        result.error = error;
        context.out.line(endJson(plan, options.signal, result, options.isDryRun));
    }
}

ExitCode endProcesses(const Context& context, EndPlan& plan, const Options& options)
{
    if (options.isDryRun) {
        return dryRun(context, plan, options);
    }
    const bool hasQuestion =
        canEnd(plan.candidates) || (plan.hasDoubtfulOwner() && canEnd(plan.leftOut));
    if (!options.assumeYes && hasQuestion) {
        if (!context.terminal.isTerminal(Terminal::Stream::Input) ||
            !context.terminal.isTerminal(Terminal::Stream::Error)) {
            return context.fail(
                ExitCode::Usage,
                "there is no terminal to ask on: add --yes, or preview with --dry-run");
        }
        if (!ask(context, plan, options.signal)) {
            writeFailure(context, plan, options, "nothing was ended");
            return context.fail(ExitCode::NotFound, "nothing was ended");
        }
    }
    const EndResult result = execute(context, plan, options);
    return report(context, plan, options, result);
}

}  // namespace

ExitCode runKill(const Context& context, const Arguments& arguments)
{
    Words words;
    Options options;
    CommandLine line("kill", "Ends the programs that listen on a port, or one process.");
    line.word("port:N|PID", words.target, "A port (port:N/udp for one protocol) or a process");
    line.option("-s,--signal", words.signal, "TERM|KILL", "TERM asks, KILL ends; default TERM");
    line.option("--wait", words.wait, "S", "Seconds to wait for its end; default 3");
    line.flag("-n,--dry-run", options.isDryRun, "Only show what would be ended");
    line.flag("-y,--yes", options.assumeYes, "Do not ask");
    line.flag("--ephemeral", options.includesClients,
              "For a port: end client-like UDP sockets, too");
    line.flag("--json", options.isJson, "One JSON object");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    if (const Result<void> understood = read(words, options); !understood) {
        return context.fail(understood.error());
    }
    Result<EndPlan> plan = makePlan(context, options);
    if (!plan) {
        const Error& error = plan.error();
        const bool isPassedOn = error.code == ErrorCode::TimedOut;
        writeFailure(context, {}, options,
                     (isPassedOn ? error.context : describe(error)).english());
        return isPassedOn ? context.fail(ExitCode::Failed, error.context) : context.fail(error);
    }
    return endProcesses(context, *plan, options);
}

}  // namespace quaywatch::cli
