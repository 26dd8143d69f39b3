// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/end_report.h"
#include "app/cli/values.h"
#include "core/display_text.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <variant>

namespace quaywatch::cli {
namespace {

using namespace std::chrono_literals;

constexpr const char* kFooter =
    R"(Of a port, its listener's owners are ended, never its clients. Each process is held
from the moment it is shown, so that a later one of the same number is never
signalled; pid 1, kernel threads and quaywatch itself never are.

Examples:
  quaywatch-cli kill port:3000
  quaywatch-cli kill port:53/udp --dry-run
  quaywatch-cli kill 4711 --signal KILL --yes

Exit codes: 0 ended; 1 nothing there, or declined; 2 nobody to ask and no --yes;
3 not permitted; 4 a process lived on, or the system failed.
)";

struct Options {
    std::variant<PidTarget, PortTarget> target;
    ProcessSignal signal = ProcessSignal::Terminate;
    std::chrono::milliseconds wait = 3s;
    bool isDryRun = false;
    bool isYes = false;
    bool isJson = false;
};

/// The words as they came.
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

/// A thread cannot be ended for itself, and its process is more than was named.
std::string threadText(const Options& options, const ProcessDetails& details)
{
    const std::string process = std::to_string(details.info.id.pid);
    return std::to_string(std::get<PidTarget>(options.target).pid) + " is a thread of process " +
           process + " (" + displayText(details.info.name) + "); to end that: quaywatch-cli kill " +
           process;
}

Result<EndPlan> makePlan(const Context& context, const Options& options)
{
    EndTarget target;
    if (const auto* const port = std::get_if<PortTarget>(&options.target)) {
        target.port = port->port;
        target.protocol = port->protocol;
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
    }
    const Result<SnapshotPtr> snapshot = context.look(ReadScope::Listeners);
    if (!snapshot) {
        return tl::unexpected<Error>(snapshot.error());
    }
    return context.machine.planEnd(target, *snapshot);
}

bool canEndSomething(const EndPlan& plan)
{
    return std::any_of(plan.candidates.begin(), plan.candidates.end(),
                       [](const EndCandidate& candidate) { return candidate.handle != nullptr; });
}

/// Whether the person at the terminal agrees.
bool isAgreed(const Context& context, const EndPlan& plan, ProcessSignal signal)
{
    const char* const how = signal == ProcessSignal::Kill ? "Kill" : "End";
    const std::string whom = plan.candidates.size() == 1 ? "it" : "them";
    context.terminal.writeError(planText(plan) + how + " " + whom + "? [y/N] ");
    const std::string answer = context.terminal.readLine().value_or("");
    return answer == "y" || answer == "Y" || answer == "yes";
}

ExitCode exitCodeOf(EndOutcome::Kind kind) noexcept
{
    switch (kind) {
        case EndOutcome::Kind::Ended:
        case EndOutcome::Kind::WasGone:
            return ExitCode::Done;
        case EndOutcome::Kind::NoLonger:
            return ExitCode::NotFound;
        case EndOutcome::Kind::Refused:
            return ExitCode::NotPermitted;
        case EndOutcome::Kind::StillAlive:
        case EndOutcome::Kind::Failed:
            break;
    }
    return ExitCode::Failed;
}

ExitCode dryRun(const Context& context, const EndPlan& plan, const Options& options)
{
    if (options.isJson) {
        context.out.line(endJson(plan, options.signal, nullptr));
    } else {
        context.out.text() += planText(plan);
        context.out.flush();
        context.tellGaps(plan.gaps);
    }
    return canEndSomething(plan) ? ExitCode::Done : ExitCode::NotPermitted;
}

ExitCode report(const Context& context, const EndPlan& plan, const Options& options,
                const std::vector<EndOutcome>& outcomes)
{
    // What could not be seen lives on.
    ExitCode code = plan.gaps.empty() ? ExitCode::Done : ExitCode::NotPermitted;
    for (const EndOutcome& outcome : outcomes) {
        code = std::max(code, exitCodeOf(outcome.kind));
        if (!options.isJson) {
            context.out.line(displayText(outcome.text));
        }
    }
    if (options.isJson) {
        context.out.line(endJson(plan, options.signal, &outcomes));
        return code;
    }
    context.out.flush();
    context.tellGaps(plan.gaps);
    const bool hasSurvivor = std::any_of(
        outcomes.begin(), outcomes.end(),
        [](const EndOutcome& outcome) { return outcome.kind == EndOutcome::Kind::StillAlive; });
    if (hasSurvivor && options.signal == ProcessSignal::Terminate) {
        context.complain("still there; wait longer with --wait, or use --signal KILL");
    }
    return code;
}

ExitCode endThem(const Context& context, EndPlan& plan, const Options& options)
{
    if (options.isDryRun) {
        return dryRun(context, plan, options);
    }
    if (!options.isYes && canEndSomething(plan)) {
        if (!context.terminal.isTerminal(Terminal::Stream::Input) ||
            !context.terminal.isTerminal(Terminal::Stream::Error)) {
            return context.fail(ExitCode::Usage,
                                "there is no terminal to ask on: add --yes, or look with "
                                "--dry-run");
        }
        if (!isAgreed(context, plan, options.signal)) {
            return context.fail(ExitCode::NotFound, "nothing was ended");
        }
    }
    return report(context, plan, options,
                  context.machine.carryOut(plan, options.signal, options.wait));
}

}  // namespace

ExitCode runKill(const Context& context, const Arguments& arguments)
{
    Words words;
    Options options;
    CommandLine line("kill", "Ends what listens on a port, or one process.");
    line.word("port:N|PID", words.target, "A port (port:N/udp for one protocol) or a process");
    line.option("-s,--signal", words.signal, "TERM|KILL", "TERM asks, KILL ends; default TERM");
    line.option("--wait", words.wait, "S", "Seconds to wait for its end; default 3");
    line.flag("-n,--dry-run", options.isDryRun, "Only tell what would be ended");
    line.flag("-y,--yes", options.isYes, "Do not ask");
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
        return context.fail(plan.error());
    }
    return endThem(context, *plan, options);
}

}  // namespace quaywatch::cli
