// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"
#include "tests/support/machine/fake_machine.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

inline constexpr std::chrono::milliseconds kNoWait{0};

inline ProcessPtr childOf(std::uint32_t parent, const std::string& name, std::uint32_t pid)
{
    auto child = std::make_shared<ProcessInfo>(*process(name, pid));
    child->parentPid = parent;
    return child;
}

inline ProcessPtr systemd()
{
    auto init = std::make_shared<ProcessInfo>(*process("systemd", 1, 0, "root"));
    init->exe = "/usr/lib/systemd/systemd";
    init->parentPid.reset();
    return init;
}

/// A fake machine, and plans made on it.
class EndFixture : public testing::Test {
protected:
    Result<EndPlan> planFor(Port port, const SnapshotPtr& snapshot)
    {
        return planEndOn(m_machine.system(), {.port = port}, snapshot);
    }
    /// One listener of one process on port 931, and the plan to end it.
    EndPlan planForOne(const ProcessPtr& owner) { return planForOwners({owner}); }
    EndPlan planForOwners(const std::vector<ProcessPtr>& owners)
    {
        const SnapshotPtr snapshot = sharedSnapshotOf({tcpListener(931).id(7).ownedBy(owners)});
        Result<EndPlan> plan = planFor(931, snapshot);
        EXPECT_TRUE(plan) << plan.error().context;
        return std::move(*plan);
    }

    FakeMachine m_machine;
};

inline std::vector<std::uint32_t> pidsOf(const std::vector<EndCandidate>& candidates)
{
    std::vector<std::uint32_t> pids;
    for (const EndCandidate& candidate : candidates) {
        pids.push_back(candidate.details.info.id.pid);
    }
    return pids;
}

inline std::vector<EndOutcome::Kind> kindsOf(const std::vector<EndOutcome>& outcomes)
{
    std::vector<EndOutcome::Kind> kinds;
    for (const EndOutcome& outcome : outcomes) {
        kinds.push_back(outcome.kind);
    }
    return kinds;
}

}  // namespace quaywatch::test
