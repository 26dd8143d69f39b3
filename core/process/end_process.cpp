// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_process.h"

#include "core/base/token_table.h"
#include "core/message/message_list.h"
#include "core/process/signal_check.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quaywatch {
namespace {

using Clock = std::chrono::steady_clock;
using Kind = EndOutcome::Kind;

constexpr std::size_t kMaxNamedWorkers = 10;

/// Executes one plan.
class Execution {
public:
    Execution(EndPlan& plan, ProcessSignal signal, std::chrono::milliseconds wait,
              const std::function<bool()>& isCanceled)
        : m_plan(plan)
        , m_check(plan)
        , m_isCanceled(isCanceled)
        , m_signal(signal)
        , m_wait(wait)
        , m_deadline(Clock::now() + wait)
    {
    }

    std::vector<EndOutcome> run();

private:
    /// A process that was signaled, and the index of its outcome.
    struct Waiting {
        const ProcessHandle* handle;
        std::size_t outcome;
        const EndCandidate* candidate;
    };

    /// A worker for which no handle can be opened.
    struct Unheld {
        RelatedProcess worker;
        Error error;
    };

    void actOn(EndCandidate& candidate);
    void killWorkers(EndCandidate& candidate);
    void reportWorkers(const EndCandidate& candidate);
    void reportUnheld(const std::vector<Unheld>& unheld, MessageId one, MessageId several);
    template <class Act>
    [[nodiscard]] std::vector<Unheld> withEachWorker(const EndCandidate& candidate, Act act) const;
    [[nodiscard]] EndOutcome signalOne(ProcessHandle& handle, EndCandidate& candidate,
                                       const std::string& name);
    void awaitEnd(const Waiting& waiting);
    void reportStopped(const ProcessHandle& handle, EndOutcome& outcome) const;
    [[nodiscard]] Result<bool> waitFor(const ProcessHandle& handle) const;
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;
    [[nodiscard]] EndOutcome alive(const ProcessId& process, const std::string& name) const;

    EndPlan& m_plan;
    SignalCheck m_check;
    const std::function<bool()>& m_isCanceled;
    ProcessSignal m_signal;
    std::chrono::milliseconds m_wait;
    Clock::time_point m_deadline;
    std::vector<EndOutcome> m_outcomes;
    std::vector<Waiting> m_waiting;
};

/// @param text  Its first arguments are the name and the PID.
/// @param more  Its further arguments.
EndOutcome outcomeOf(const ProcessId& process, const std::string& name, Kind kind, MessageId text,
                     const std::vector<MessageArgument>& more = {})
{
    std::vector<MessageArgument> arguments{displayText(name), process.pid};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return {process, name, kind, Message(text, std::move(arguments)), {}};
}

/// Adds the command that frees the port permanently, if there is one.
void addCommand(EndOutcome& outcome, const std::optional<std::string>& command)
{
    if (command) {
        outcome.text = Message(MessageId::WithCommand, outcome.text, *command);
    }
}

bool hasEnded(const ProcessHandle& handle)
{
    const Result<bool> result = handle.waitForExit(std::chrono::milliseconds(0));
    return result && *result;
}

std::vector<EndOutcome> Execution::run()
{
    for (EndCandidate& candidate : m_plan.candidates) {
        actOn(candidate);
    }
    for (const Waiting& waiting : m_waiting) {
        awaitEnd(waiting);
    }
    if (m_signal == ProcessSignal::Terminate) {
        for (const EndCandidate& candidate : m_plan.candidates) {
            reportWorkers(candidate);
        }
    }
    return std::move(m_outcomes);
}

void Execution::actOn(EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    if (candidate.refusal || !candidate.handle) {
        m_outcomes.push_back(
            outcomeOf(info.id, info.name, Kind::Refused, MessageId::NotSignaled,
                      {candidate.refusal.value_or(Message(MessageId::NotAccessible))}));
        addCommand(m_outcomes.back(), candidate.stopCommand);
        return;
    }
    m_outcomes.push_back(signalOne(*candidate.handle, candidate, info.name));
    if (m_outcomes.back().kind == Kind::StillAlive) {
        m_waiting.push_back({candidate.handle.get(), m_outcomes.size() - 1, &candidate});
    }
    const Kind kind = m_outcomes.back().kind;
    if (m_signal == ProcessSignal::Kill &&
        (kind == Kind::StillAlive || kind == Kind::AlreadyExited)) {
        killWorkers(candidate);
    }
}

/// Passes each worker that may still run to `act`. A worker without a handle in the plan gets one
/// for this call only, so that few files are open at the same time.
/// @param act  Gets the handle, the name, and whether the handle remains open after the call.
/// @return The workers for which no handle could be opened.
template <class Act>
std::vector<Execution::Unheld> Execution::withEachWorker(const EndCandidate& candidate,
                                                         Act act) const
{
    std::vector<Unheld> unheld;
    for (std::size_t i = 0; i < candidate.workerHandles.size(); ++i) {
        const RelatedProcess& worker = candidate.workers[i];
        if (ProcessHandle* const handle = candidate.workerHandles[i].get()) {
            act(*handle, worker.name, true);
            continue;
        }
        const auto opened = m_plan.system.open(worker.id);
        if (opened) {
            act(**opened, worker.name, false);
        } else if (opened.error().code != ErrorCode::NotFound) {
            unheld.push_back({worker, opened.error()});
        }
    }
    return unheld;
}

void Execution::killWorkers(EndCandidate& candidate)
{
    const auto kill = [&](ProcessHandle& handle, const std::string& name, bool isKept) {
        if (hasEnded(handle)) {
            return;
        }
        m_outcomes.push_back(signalOne(handle, candidate, name));
        if (m_outcomes.back().kind != Kind::StillAlive) {
            return;
        }
        const Waiting waiting{&handle, m_outcomes.size() - 1, nullptr};
        if (isKept) {
            m_waiting.push_back(waiting);
        } else {
            awaitEnd(waiting);
        }
    };
    reportUnheld(withEachWorker(candidate, kill), MessageId::NotSignaled,
                 MessageId::WorkersNotSignaled);
}

/// Reports workers that were expected to end with their parent and still hold the port.
void Execution::reportWorkers(const EndCandidate& candidate)
{
    if (candidate.refusal) {
        return;
    }
    const bool hasLeft =
        std::any_of(m_outcomes.begin(), m_outcomes.end(), [&candidate](const EndOutcome& outcome) {
            return outcome.process == candidate.details.info.id &&
                   (outcome.kind == Kind::Ended || outcome.kind == Kind::AlreadyExited);
        });
    const auto report = [&](const ProcessHandle& handle, const std::string& name, bool /*isKept*/) {
        if (!waitFor(handle).value_or(true) &&
            m_check.holdsPort(handle, candidate).value_or(false)) {
            m_outcomes.push_back(outcomeOf(handle.id(), name, Kind::StillAlive,
                                           MessageId::WorkerHoldsPort,
                                           {candidate.details.info.id.pid}));
            m_outcomes.back().wasSignaled = !hasLeft;
        }
    };
    reportUnheld(withEachWorker(candidate, report), MessageId::NotMonitored,
                 MessageId::WorkersNotMonitored);
}

/// @param one      The message for one worker.
/// @param several  The message for a worker and a number of others.
void Execution::reportUnheld(const std::vector<Unheld>& unheld, MessageId one, MessageId several)
{
    for (std::size_t i = 0; i < unheld.size(); ++i) {
        const auto& [worker, error] = unheld[i];
        const std::size_t others = unheld.size() - i - 1;
        const bool isSummary = i + 1 == kMaxNamedWorkers && others > 0;
        if (isSummary) {
            m_outcomes.push_back(outcomeOf(worker.id, worker.name, Kind::Refused, several,
                                           {others, describe(error)}));
            return;
        }
        m_outcomes.push_back(
            outcomeOf(worker.id, worker.name, Kind::Refused, one, {describe(error)}));
    }
}

/// @return StillAlive once the signal is sent; awaitEnd() replaces it with the result.
EndOutcome Execution::signalOne(ProcessHandle& handle, EndCandidate& candidate,
                                const std::string& name)
{
    const auto outcome = [&](Kind kind, MessageId text,
                             const std::vector<MessageArgument>& more = {}) {
        return outcomeOf(handle.id(), name, kind, text, more);
    };
    if (hasEnded(handle)) {
        return outcome(Kind::AlreadyExited, MessageId::HadEnded);
    }
    Result<std::optional<SignalCheck::Obstacle>> obstacle = m_check.findObstacle(handle, candidate);
    if (obstacle && *obstacle) {
        return outcome((*obstacle)->kind, (*obstacle)->text, (*obstacle)->more);
    }
    const Result<void> sent = obstacle ? handle.signal(m_signal)
                                       : Result<void>(tl::unexpected(std::move(obstacle.error())));
    if (sent) {
        return alive(handle.id(), name);
    }
    switch (sent.error().code) {
        case ErrorCode::NotFound:
            return outcome(Kind::AlreadyExited, MessageId::HadEnded);
        case ErrorCode::PermissionDenied:
            if (m_plan.system.currentUser().uid == 0) {
                return outcome(Kind::Refused, MessageId::NoPermissionForRoot);
            }
            return outcome(Kind::Refused, MessageId::NoPermissionToEnd,
                           {killCommandFor(m_plan.target)});
        default:
            return outcome(Kind::Failed, MessageId::CouldNotBeEnded, {describe(sent.error())});
    }
}

void Execution::awaitEnd(const Waiting& waiting)
{
    EndOutcome& outcome = m_outcomes[waiting.outcome];
    const Result<bool> ended = waitFor(*waiting.handle);
    if (!ended) {
        outcome = outcomeOf(outcome.process, outcome.name, Kind::Failed, MessageId::EndUnknown,
                            {describe(ended.error())});
        return;
    }
    if (!*ended) {
        reportStopped(*waiting.handle, outcome);
        return;
    }
    MessageId text = MessageId::HasEnded;
    std::vector<MessageArgument> more;
    const EndCandidate* candidate = waiting.candidate;
    if (candidate != nullptr && !candidate->socketUnits.empty()) {
        text = MessageId::HasEndedUnitHolds;
        more = {displayText(candidate->socketUnits.front())};
    } else if (candidate != nullptr && !candidate->restartingUnits.empty()) {
        text = MessageId::HasEndedUnitRestarts;
        more = {displayText(candidate->restartingUnits.front())};
    }
    outcome = outcomeOf(outcome.process, outcome.name, Kind::Ended, text, more);
    if (candidate != nullptr) {
        addCommand(outcome, candidate->stopCommand);
    }
}

/// A stopped process does not handle the signal until it is continued.
void Execution::reportStopped(const ProcessHandle& handle, EndOutcome& outcome) const
{
    const Result<std::optional<ProcessState>> state = handle.state();
    if (m_signal != ProcessSignal::Terminate || !state || !*state) {
        return;
    }
    if (**state == ProcessState::Stopped) {
        outcome = outcomeOf(outcome.process, outcome.name, outcome.kind, MessageId::StoppedProcess,
                            {outcome.process.pid});
    } else if (**state == ProcessState::Tracing) {
        outcome = outcomeOf(outcome.process, outcome.name, outcome.kind, MessageId::TracedProcess);
    }
    outcome.state = *state;
}

/// Waits until the process has ended, the time is up or the caller cancels. Returns whether it has
/// ended.
Result<bool> Execution::waitFor(const ProcessHandle& handle) const
{
    constexpr std::chrono::milliseconds kPollInterval{50};
    for (;;) {
        const bool isCanceled = m_isCanceled && m_isCanceled();
        const std::chrono::milliseconds left =
            isCanceled ? std::chrono::milliseconds(0) : timeLeft();
        const std::chrono::milliseconds part = m_isCanceled ? std::min(left, kPollInterval) : left;
        Result<bool> ended = handle.waitForExit(part);
        if (!ended || *ended || part == left) {
            return ended;
        }
    }
}

std::chrono::milliseconds Execution::timeLeft() const
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now());
    return std::max(left, std::chrono::milliseconds(0));
}

EndOutcome Execution::alive(const ProcessId& process, const std::string& name) const
{
    const bool isKill = m_signal == ProcessSignal::Kill;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_wait).count();
    if (seconds < 1) {
        return outcomeOf(process, name, Kind::StillAlive,
                         isKill ? MessageId::KilledNotEnded : MessageId::StillRunning);
    }
    return outcomeOf(process, name, Kind::StillAlive,
                     isKill ? MessageId::KilledNotEndedAfter : MessageId::StillRunningAfter,
                     {static_cast<std::uint64_t>(seconds)});
}

}  // namespace

std::string_view token(EndOutcome::Kind kind) noexcept
{
    static constexpr std::array<std::string_view, 6> kTokens{"ended",     "still-alive", "was-gone",
                                                             "no-longer", "refused",     "failed"};
    return tokenIn(kTokens, kind);
}

std::vector<EndOutcome> execute(EndPlan& plan, ProcessSignal signal, std::chrono::milliseconds wait,
                                const std::function<bool()>& isCanceled)
{
    return Execution(plan, signal, wait, isCanceled).run();
}

}  // namespace quaywatch
