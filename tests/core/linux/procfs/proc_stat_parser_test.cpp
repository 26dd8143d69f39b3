// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/proc_stat_parser.h"

#include <gtest/gtest.h>

#include <string>

namespace quaywatch::linux_backend {
namespace {

/// A line of /proc/PID/stat with the fields after the name that we read.
std::string statLine(const std::string& comm, const std::string& state = "S",
                     const std::string& flags = "4194560",
                     const std::string& startTime = "123456789")
{
    return "4711 (" + comm + ") " + state + " 812 4711 4711 0 -1 " + flags +
           " 1 2 3 4 5 6 7 8 20 0 1 0 " + startTime + " 1000000 200 18446744073709551615\n";
}

TEST(ProcStat, ReadsStartTimeAndParent)
{
    const std::string text = statLine("nc");

    const auto stat = parseProcStat(text);

    ASSERT_TRUE(stat);
    EXPECT_EQ(stat->pid, 4711U);
    EXPECT_EQ(stat->comm, "nc");
    EXPECT_EQ(stat->parentPid, 812U);
    EXPECT_EQ(stat->session, 4711U);
    EXPECT_EQ(stat->startTime, 123456789U);
    EXPECT_FALSE(stat->isKernelThread);
    EXPECT_FALSE(stat->hasEnded());
}

TEST(ProcStat, HandlesANameThatLooksLikeTheRestOfTheLine)
{
    const std::string name = "a) R 1 (b\n) \xff<b>";
    const std::string text = statLine(name);

    const auto stat = parseProcStat(text);

    ASSERT_TRUE(stat);
    EXPECT_EQ(stat->comm, name);
    EXPECT_EQ(stat->parentPid, 812U);
}

TEST(ProcStat, HandlesAnEmptyName)
{
    const std::string text = statLine("");

    const auto stat = parseProcStat(text);

    ASSERT_TRUE(stat);
    EXPECT_EQ(stat->comm, "");
}

TEST(ProcStat, RecognizesAKernelThreadByItsFlag)
{
    EXPECT_TRUE(parseProcStat(statLine("kworker/0:1", "I", "69238880"))->isKernelThread);
}

TEST(ProcStat, ReportsAZombieAsEnded)
{
    EXPECT_TRUE(parseProcStat(statLine("nc", "Z"))->hasEnded());
}

TEST(ProcStat, ReportsStoppedTracedAndZombieStates)
{
    const auto stateOf = [](const std::string& letter) {
        return processStateOf(*parseProcStat(statLine("nc", letter)));
    };
    EXPECT_EQ(stateOf("T"), ProcessState::Stopped);
    EXPECT_EQ(stateOf("t"), ProcessState::Tracing);
    EXPECT_EQ(stateOf("Z"), ProcessState::Zombie);
    for (const char* letter : {"R", "S", "D", "I", "X", "?"}) {
        EXPECT_EQ(stateOf(letter), std::nullopt) << letter;
    }
    EXPECT_EQ(token(ProcessState::Stopped), "stopped");
    EXPECT_EQ(token(ProcessState::Tracing), "tracing");
    EXPECT_EQ(token(ProcessState::Zombie), "zombie");
}

TEST(ProcStat, RejectsTruncatedText)
{
    const std::string text = statLine("nc");

    for (std::size_t length = 0; length < text.find("123456789"); ++length) {
        EXPECT_FALSE(parseProcStat(text.substr(0, length))) << length;
    }
}

TEST(ProcStat, RejectsInvalidNumbers)
{
    EXPECT_FALSE(parseProcStat(statLine("nc", "S", "-1")));
    EXPECT_FALSE(parseProcStat(statLine("nc", "S", "4194560", "12x")));
    EXPECT_FALSE(parseProcStat(statLine("nc", "S", "4194560", "99999999999999999999")));
    EXPECT_FALSE(parseProcStat("x (nc) S 1"));
    EXPECT_FALSE(parseProcStat(") ("));
}

}  // namespace
}  // namespace quaywatch::linux_backend
