// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/held_again.h"

#include "core/sockets/socket_source.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{100};
constexpr int kLooks = 6;
constexpr int kLooksForAUnit = 16;

bool hasEnded(const EndCandidate& candidate, const std::vector<EndOutcome>& outcomes)
{
    return std::any_of(outcomes.begin(), outcomes.end(), [&](const EndOutcome& outcome) {
        return outcome.kind == EndOutcome::Kind::Ended &&
               outcome.process == candidate.details.info.id;
    });
}

/// The ports that were left, and who was there.
class LeftPorts {
public:
    LeftPorts(const EndPlan& plan, const std::vector<EndOutcome>& outcomes)
        : m_target(plan.target)
    {
        for (const EndCandidate& candidate : plan.candidates) {
            if (!hasEnded(candidate, outcomes)) {
                continue;
            }
            m_hasUnit = m_hasUnit || !candidate.restartingUnits.empty();
            for (const SocketRecord* listener : candidate.listeners) {
                if (isMeant(*listener)) {
                    m_left.push_back(listener);
                }
            }
        }
        for (const SocketRecord& record : plan.snapshot->sockets) {
            if (record.isListener() && isLeft(record)) {
                m_oldSockets.insert(record.key);
                for (const ProcessPtr& owner : record.owners()) {
                    m_oldOwners.insert(owner->id);
                }
            }
        }
    }

    [[nodiscard]] bool areNone() const noexcept { return m_left.empty(); }
    [[nodiscard]] int looks() const noexcept { return m_hasUnit ? kLooksForAUnit : kLooks; }
    [[nodiscard]] std::vector<NewHolder> newHoldersIn(const Snapshot& snapshot) const;

private:
    [[nodiscard]] bool isMeant(const SocketRecord& listener) const
    {
        return (!m_target.port || listener.key.localPort == *m_target.port) &&
               (!m_target.protocol || listener.key.protocol == *m_target.protocol) &&
               (!m_target.socket || listener.key.localAddress == m_target.socket->localAddress);
    }
    /// Whether a listener is where one was that ended. Another address of the port counts: who
    /// starts again may bind otherwise.
    [[nodiscard]] bool isLeft(const SocketRecord& listener) const
    {
        return isMeant(listener) &&
               std::any_of(m_left.begin(), m_left.end(), [&](const SocketRecord* left) {
                   return left->key.localPort == listener.key.localPort &&
                          left->key.protocol == listener.key.protocol;
               });
    }

    const EndTarget& m_target;
    std::vector<const SocketRecord*> m_left;
    std::set<SocketKey> m_oldSockets;
    std::set<ProcessId> m_oldOwners;
    bool m_hasUnit = false;
};

std::vector<NewHolder> LeftPorts::newHoldersIn(const Snapshot& snapshot) const
{
    std::vector<NewHolder> found;
    std::set<ProcessId> seen;
    for (const SocketRecord& record : snapshot.sockets) {
        if (!record.isListener() || !isLeft(record)) {
            continue;
        }
        const bool isNewSocket = !m_oldSockets.contains(record.key);
        for (const ProcessPtr& owner : record.owners()) {
            // A process that went on, and opened its port again, was not ended.
            if (!m_oldOwners.contains(owner->id) && seen.insert(owner->id).second) {
                found.push_back({owner, record});
            }
        }
        if (isNewSocket && record.ownerState == OwnerState::Hidden) {
            found.push_back({nullptr, record});
        }
    }
    return found;
}

std::string holderText(const NewHolder& holder)
{
    const std::string who =
        holder.process ? std::to_string(holder.process->id.pid) : std::string("a hidden process");
    const std::optional<std::string> unit = holder.unit();
    return unit ? who + " (unit " + displayText(*unit) + ")" : who;
}

}  // namespace

std::optional<std::string> NewHolder::unit() const
{
    if (process && process->unit) {
        return process->unit;
    }
    return socket.place ? socket.place->unit : std::nullopt;
}

PortLook lookAtThisMachine()
{
    // Opened at the first look, and kept for the further ones.
    auto source = std::make_shared<std::unique_ptr<SocketSource>>();
    return {.read = [source]() -> Result<SnapshotPtr> {
                if (!*source) {
                    Result<std::unique_ptr<SocketSource>> opened = createSocketSource();
                    if (!opened) {
                        return tl::unexpected(std::move(opened.error()));
                    }
                    *source = std::move(*opened);
                }
                Result<Snapshot> snapshot = (*source)->read(ReadScope::Listeners);
                if (!snapshot) {
                    return tl::unexpected(std::move(snapshot.error()));
                }
                return std::make_shared<const Snapshot>(std::move(*snapshot));
            },
            .pause = [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); },
            .isAbandoned = {}};
}

std::optional<std::vector<NewHolder>> lookAgain(const EndPlan& plan,
                                                const std::vector<EndOutcome>& outcomes,
                                                const PortLook& look)
{
    const LeftPorts ports(plan, outcomes);
    if (ports.areNone()) {
        return std::nullopt;
    }
    for (int left = ports.looks();; --left) {
        const Result<SnapshotPtr> snapshot = look.read();
        if (!snapshot) {
            return std::nullopt;
        }
        std::vector<NewHolder> holders = ports.newHoldersIn(**snapshot);
        const bool isAbandoned = look.isAbandoned && look.isAbandoned();
        if (!holders.empty() || left <= 1 || isAbandoned) {
            return holders;
        }
        look.pause(kBetweenLooks);
    }
}

void tellHeldAgain(const EndPlan& plan, const std::vector<NewHolder>& holders,
                   std::vector<EndOutcome>& outcomes)
{
    if (holders.empty()) {
        return;
    }
    std::string who = holderText(holders.front());
    if (holders.size() > 1) {
        who += " and " + std::to_string(holders.size() - 1) + " more";
    }
    const std::string port = plan.target.port
                                 ? "the port"
                                 : "port " + std::to_string(holders.front().socket.key.localPort);
    for (const EndCandidate& candidate : plan.candidates) {
        const ProcessId& process = candidate.details.info.id;
        for (EndOutcome& outcome : outcomes) {
            if (outcome.process != process || outcome.kind != EndOutcome::Kind::Ended) {
                continue;
            }
            outcome.text = fmt::format("{} (process {}) has ended; {} is held again by {}",
                                       displayText(outcome.name), process.pid, port, who);
            if (candidate.stopCommand) {
                outcome.text.append(" (").append(*candidate.stopCommand).append(")");
            }
        }
    }
}

std::vector<EndOutcome> carryOutAndLook(EndPlan& plan, ProcessSignal signal,
                                        std::chrono::milliseconds wait,
                                        const std::function<bool()>& isAbandoned)
{
    std::vector<EndOutcome> outcomes = carryOut(plan, signal, wait, isAbandoned);
    PortLook look = lookAtThisMachine();
    look.isAbandoned = isAbandoned;
    if (const auto holders = lookAgain(plan, outcomes, look)) {
        tellHeldAgain(plan, *holders, outcomes);
    }
    return outcomes;
}

}  // namespace quaywatch
