// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_process.h"

#include "core/base/token_table.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quaywatch {
namespace {

using Clock = std::chrono::steady_clock;
using Kind = EndOutcome::Kind;

/// Carries one plan out.
class Execution {
public:
    Execution(EndPlan& plan, ProcessSignal signal, std::chrono::milliseconds wait,
              const std::function<bool()>& isAbandoned)
        : m_plan(plan)
        , m_isAbandoned(isAbandoned)
        , m_signal(signal)
        , m_wait(wait)
        , m_deadline(Clock::now() + wait)
    {
    }

    std::vector<EndOutcome> run();

private:
    /// A process that was signalled, and which of the outcomes is its.
    struct Waiting {
        const ProcessHandle* handle;
        std::size_t outcome;
        const EndCandidate* candidate;
    };

    void actOn(EndCandidate& candidate);
    void killWorkers(EndCandidate& candidate);
    void reportWorkers(const EndCandidate& candidate);
    [[nodiscard]] EndOutcome signalOne(ProcessHandle& handle, const EndCandidate& candidate,
                                       const std::string& name) const;
    [[nodiscard]] Result<bool> stillHolds(const ProcessHandle& handle,
                                          const EndCandidate& candidate) const;
    void awaitEnd(const Waiting& waiting);
    void tellStopped(const ProcessHandle& handle, EndOutcome& outcome) const;
    [[nodiscard]] Result<bool> waitFor(const ProcessHandle& handle) const;
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;
    [[nodiscard]] std::string aliveText() const;

    EndPlan& m_plan;
    const std::function<bool()>& m_isAbandoned;
    ProcessSignal m_signal;
    std::chrono::milliseconds m_wait;
    Clock::time_point m_deadline;
    std::vector<EndOutcome> m_outcomes;
    std::vector<Waiting> m_waiting;
};

EndOutcome outcomeOf(const ProcessId& process, const std::string& name, Kind kind,
                     const std::string& predicate)
{
    return {process,
            name,
            kind,
            displayText(name) + " (process " + std::to_string(process.pid) + ") " + predicate,
            {}};
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
        std::string text =
            "was not signaled: " + candidate.refusal.value_or("it could not be taken hold of");
        if (candidate.stopCommand) {
            text += " (" + *candidate.stopCommand + ")";
        }
        m_outcomes.push_back(outcomeOf(info.id, info.name, Kind::Refused, text));
        return;
    }
    m_outcomes.push_back(signalOne(*candidate.handle, candidate, info.name));
    if (m_outcomes.back().kind == Kind::StillAlive) {
        m_waiting.push_back({candidate.handle.get(), m_outcomes.size() - 1, &candidate});
    }
    const Kind kind = m_outcomes.back().kind;
    if (m_signal == ProcessSignal::Kill && (kind == Kind::StillAlive || kind == Kind::WasGone)) {
        killWorkers(candidate);
    }
}

void Execution::killWorkers(EndCandidate& candidate)
{
    for (std::size_t i = 0; i < candidate.workerHandles.size(); ++i) {
        ProcessHandle* handle = candidate.workerHandles[i].get();
        if (handle == nullptr || hasEnded(*handle)) {
            continue;
        }
        m_outcomes.push_back(signalOne(*handle, candidate, candidate.workers[i].name));
        if (m_outcomes.back().kind == Kind::StillAlive) {
            m_waiting.push_back({handle, m_outcomes.size() - 1, nullptr});
        }
    }
}

/// Of workers that were left to their parent, those that hold on.
void Execution::reportWorkers(const EndCandidate& candidate)
{
    for (std::size_t i = 0; i < candidate.workerHandles.size(); ++i) {
        const ProcessHandle* handle = candidate.workerHandles[i].get();
        if (handle == nullptr || waitFor(*handle).value_or(true)) {
            continue;
        }
        if (stillHolds(*handle, candidate).value_or(false)) {
            m_outcomes.push_back(outcomeOf(
                handle->id(), candidate.workers[i].name, Kind::StillAlive,
                "is a worker of process " + std::to_string(candidate.details.info.id.pid) +
                    " and still holds the port"));
        }
    }
}

/// @return With StillAlive once the signal is sent; what became of it is for awaitEnd().
EndOutcome Execution::signalOne(ProcessHandle& handle, const EndCandidate& candidate,
                                const std::string& name) const
{
    const auto outcome = [&](Kind kind, const std::string& predicate) {
        return outcomeOf(handle.id(), name, kind, predicate);
    };
    if (hasEnded(handle)) {
        return outcome(Kind::WasGone, "had ended before");
    }
    Result<bool> holds = stillHolds(handle, candidate);
    if (holds && !*holds) {
        return outcome(Kind::NoLonger, "does not hold port " +
                                           std::to_string(m_plan.target.port.value_or(0)) +
                                           " any more and was not signaled");
    }
    const Result<void> sent =
        holds ? handle.signal(m_signal) : Result<void>(tl::unexpected(std::move(holds.error())));
    if (sent) {
        return outcome(Kind::StillAlive, aliveText());
    }
    switch (sent.error().code) {
        case ErrorCode::NotFound:
            return outcome(Kind::WasGone, "had ended before");
        case ErrorCode::PermissionDenied:
            return outcome(Kind::Refused,
                           "may not be ended by this user; try: " + killCommandFor(m_plan.target));
        default:
            return outcome(Kind::Failed, "could not be ended: " + describe(sent.error()));
    }
}

/// @return True as well where no port was named: then the process itself is meant.
Result<bool> Execution::stillHolds(const ProcessHandle& handle, const EndCandidate& candidate) const
{
    if (!m_plan.target.port) {
        return true;
    }
    Result<bool> answer = false;
    for (const SocketRecord* listener : candidate.listeners) {
        const EndTarget& target = m_plan.target;
        const bool isMeant = listener->key.localPort == *target.port &&
                             (!target.protocol || listener->key.protocol == *target.protocol) &&
                             (!target.socket || listener->key == *target.socket);
        if (!isMeant || !listener->inode) {
            continue;
        }
        Result<bool> holds = handle.holdsSocket(*listener->inode);
        if (holds && *holds) {
            return true;
        }
        if (!holds) {
            answer = std::move(holds);
        }
    }
    return answer;
}

void Execution::awaitEnd(const Waiting& waiting)
{
    EndOutcome& outcome = m_outcomes[waiting.outcome];
    const Result<bool> ended = waitFor(*waiting.handle);
    if (!ended) {
        outcome = outcomeOf(outcome.process, outcome.name, Kind::Failed,
                            "was signaled, but cannot be watched: " + describe(ended.error()));
        return;
    }
    if (!*ended) {
        tellStopped(*waiting.handle, outcome);
        return;
    }
    std::string text = "has ended";
    const EndCandidate* candidate = waiting.candidate;
    if (candidate != nullptr && !candidate->socketUnits.empty()) {
        text += "; " + displayText(candidate->socketUnits.front()) +
                " still holds the port and may start it again";
    } else if (candidate != nullptr && !candidate->restartingUnits.empty()) {
        text += "; systemd may start " + displayText(candidate->restartingUnits.front()) + " again";
    }
    if (candidate != nullptr && candidate->stopCommand) {
        text += " (" + *candidate->stopCommand + ")";
    }
    outcome = outcomeOf(outcome.process, outcome.name, Kind::Ended, text);
}

/// A process that is stopped keeps what it was sent until it goes on.
void Execution::tellStopped(const ProcessHandle& handle, EndOutcome& outcome) const
{
    const Result<std::optional<ProcessState>> state = handle.state();
    if (m_signal != ProcessSignal::Terminate || !state || !*state) {
        return;
    }
    if (**state == ProcessState::Stopped) {
        outcome.text = outcomeOf(outcome.process, outcome.name, outcome.kind,
                                 "is stopped, and gets the signal only once it is continued; kill "
                                 "it, or continue it with kill -CONT " +
                                     std::to_string(outcome.process.pid))
                           .text;
    } else if (**state == ProcessState::Tracing) {
        outcome.text =
            outcomeOf(outcome.process, outcome.name, outcome.kind,
                      "is held by a debugger, and gets the signal only once that lets it "
                      "go on; kill it, or end the debugger")
                .text;
    }
    outcome.state = *state;
}

/// Whether it has ended, in the time that is left or until nobody waits for it any more.
Result<bool> Execution::waitFor(const ProcessHandle& handle) const
{
    constexpr std::chrono::milliseconds kLook{50};
    for (;;) {
        const bool isAbandoned = m_isAbandoned && m_isAbandoned();
        const std::chrono::milliseconds left =
            isAbandoned ? std::chrono::milliseconds(0) : timeLeft();
        const std::chrono::milliseconds look = m_isAbandoned ? std::min(left, kLook) : left;
        Result<bool> ended = handle.waitForExit(look);
        if (!ended || *ended || look == left) {
            return ended;
        }
    }
}

std::chrono::milliseconds Execution::timeLeft() const
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now());
    return std::max(left, std::chrono::milliseconds(0));
}

std::string Execution::aliveText() const
{
    std::string act = m_signal == ProcessSignal::Kill ? "was killed, but has not ended"
                                                      : "was asked to end, but is still running";
    if (m_wait < std::chrono::seconds(1)) {
        return act;
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_wait).count();
    return act + " after " + std::to_string(seconds) + " s";
}

}  // namespace

std::string_view token(EndOutcome::Kind kind) noexcept
{
    static constexpr std::array<std::string_view, 6> kTokens{"ended",     "still-alive", "was-gone",
                                                             "no-longer", "refused",     "failed"};
    return tokenIn(kTokens, kind);
}

std::vector<EndOutcome> carryOut(EndPlan& plan, ProcessSignal signal,
                                 std::chrono::milliseconds wait,
                                 const std::function<bool()>& isAbandoned)
{
    return Execution(plan, signal, wait, isAbandoned).run();
}

}  // namespace quaywatch
