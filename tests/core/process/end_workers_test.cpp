// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_process.h"

#include "tests/support/machine/end_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace quaywatch {
namespace {

using namespace test;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = EndOutcome::Kind;

/// Process 50 and its workers from 51 on, which hold one port.
class EndWorkersTest : public EndFixture {
protected:
    EndPlan planFor(std::uint32_t workers)
    {
        std::vector<ProcessPtr> owners{process("nginx", 50)};
        m_machine.add(owners.front(), {7});
        for (std::uint32_t pid = 51; pid < 51 + workers; ++pid) {
            owners.push_back(childOf(50, "nginx", pid));
            m_machine.add(owners.back(), {7});
        }
        return planForOwners(owners);
    }
    static std::vector<std::string> textsOf(const std::vector<EndOutcome>& outcomes)
    {
        std::vector<std::string> texts;
        std::transform(outcomes.begin(), outcomes.end(), std::back_inserter(texts),
                       [](const EndOutcome& outcome) { return outcome.text.english(); });
        return texts;
    }
};

TEST_F(EndWorkersTest, KillsMoreThanCanBeHeldAtOnce)
{
    m_machine.maxHeld = 12;
    EndPlan plan = planFor(30);

    const auto outcomes = execute(plan, ProcessSignal::Kill, kNoWait);

    EXPECT_THAT(kindsOf(outcomes), AllOf(SizeIs(31), Each(Kind::Ended)));
}

TEST_F(EndWorkersTest, ReportsEachWorkerThatCannotBeHeld)
{
    EndPlan plan = planFor(3);
    plan.candidates.front().workerHandles[1].reset();
    m_machine.maxHeld = 0;

    const auto outcomes = execute(plan, ProcessSignal::Kill, kNoWait);

    EXPECT_THAT(kindsOf(outcomes),
                ElementsAre(Kind::Ended, Kind::Ended, Kind::Ended, Kind::Refused));
    EXPECT_EQ(outcomes.back().process.pid, 52U);
    EXPECT_EQ(outcomes.back().text,
              "nginx (process 52) was not signaled: get a handle on it: the system failed");
    EXPECT_THAT(m_machine.at(52).received, IsEmpty());
}

TEST_F(EndWorkersTest, SummarizesManyWorkersThatCannotBeHeld)
{
    EndPlan plan = planFor(30);
    for (auto& handle : plan.candidates.front().workerHandles) {
        handle.reset();
    }
    m_machine.maxHeld = 0;

    const auto outcomes = execute(plan, ProcessSignal::Kill, kNoWait);

    EXPECT_THAT(outcomes, SizeIs(11));
    EXPECT_EQ(outcomes.back().kind, Kind::Refused);
    EXPECT_THAT(outcomes.back().text.english(),
                HasSubstr("(process 60) and 20 more workers were not signaled: "));
}

TEST_F(EndWorkersTest, ReportsUnwatchableWorkersOfASignaledParent)
{
    EndPlan plan = planFor(1);
    plan.candidates.front().workerHandles.front().reset();
    m_machine.maxHeld = 0;

    const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);

    EXPECT_THAT(kindsOf(outcomes), ElementsAre(Kind::Ended, Kind::Refused));
    EXPECT_THAT(textsOf(outcomes), Contains(HasSubstr("(process 51) was not monitored: ")));
}

TEST_F(EndWorkersTest, DoesNotReportWorkersThatEndedUnheld)
{
    EndPlan plan = planFor(1);
    plan.candidates.front().workerHandles.front().reset();
    m_machine.at(50).dependents = {51};

    EXPECT_THAT(kindsOf(execute(plan, ProcessSignal::Terminate, kNoWait)),
                ElementsAre(Kind::Ended));
}

}  // namespace
}  // namespace quaywatch
