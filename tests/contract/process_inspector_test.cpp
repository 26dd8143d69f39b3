// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/process_inspector.h"

#include "tests/support/processes/child_process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace quaywatch {
namespace {

using test::ChildProcess;

bool hasProcess(const std::vector<RelatedProcess>& processes, std::uint32_t pid)
{
    return std::any_of(processes.begin(), processes.end(),
                       [pid](const RelatedProcess& process) { return process.id.pid == pid; });
}

TEST(ProcessInspector, ReportsTheServiceContextOfAProcess)
{
    const std::string cat = std::filesystem::canonical("/bin/cat");
    const ChildProcess child = ChildProcess::echoing(cat, {"cat"}, "/");

    const Result<ProcessDetails> details = inspectProcess(child.pid());

    ASSERT_TRUE(details);
    EXPECT_EQ(details->info.name, "cat");
    EXPECT_EQ(details->info.workingDirectory, "/");
    EXPECT_TRUE(details->gaps.empty());
}

TEST(ProcessInspector, NamesTheParentsNearestFirst)
{
    const ChildProcess child = ChildProcess::forked();

    const Result<ProcessDetails> details = inspectProcess(child.pid());

    ASSERT_TRUE(details);
    ASSERT_FALSE(details->parents.empty());
    EXPECT_EQ(details->parents.front().id.pid, static_cast<std::uint32_t>(getpid()));
    EXPECT_FALSE(details->parents.front().name.empty());
    EXPECT_EQ(details->parents.back().id.pid, 1U);
}

TEST(ProcessInspector, NamesTheChildrenInTheOrderOfTheirPids)
{
    const ChildProcess first = ChildProcess::forked();
    const ChildProcess second = ChildProcess::forked();

    const Result<ProcessDetails> details = inspectProcess(static_cast<std::uint32_t>(getpid()));

    ASSERT_TRUE(details);
    EXPECT_TRUE(hasProcess(details->children, first.pid()));
    EXPECT_TRUE(hasProcess(details->children, second.pid()));
    EXPECT_TRUE(std::is_sorted(
        details->children.begin(), details->children.end(),
        [](const RelatedProcess& a, const RelatedProcess& b) { return a.id.pid < b.id.pid; }));
}

TEST(ProcessInspector, NamesThePackageOfAnExecutable)
{
    if (!std::filesystem::exists("/var/lib/dpkg/info/coreutils.list")) {
        GTEST_SKIP() << "not a Debian system";
    }
    const std::string cat = std::filesystem::canonical("/bin/cat");
    const ChildProcess child = ChildProcess::echoing(cat, {"cat"});

    const Result<ProcessDetails> details = inspectProcess(child.pid());

    ASSERT_TRUE(details);
    EXPECT_EQ(details->package, "coreutils");
}

TEST(ProcessInspector, FindsNoEndedProcess)
{
    ChildProcess child = ChildProcess::forked();
    child.finish();
    child.reap();

    const Result<ProcessDetails> details = inspectProcess(child.pid());

    ASSERT_FALSE(details);
    EXPECT_EQ(details.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(inspectProcess(0));
    EXPECT_FALSE(inspectProcess(4'294'967'295U));
}

TEST(ProcessInspector, ReportsUnreadableFacts)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "only root can become another user";
    }
    const auto self = static_cast<std::uint32_t>(getpid());

    // The child runs its check before it reports that it is ready; otherwise it exits.
    const ChildProcess foreignProcess = ChildProcess::forked([self] {
        const bool isStranger = setresuid(12345, 12345, 12345) == 0;
        const Result<ProcessDetails> details = inspectProcess(self);
        const bool isCorrect =
            isStranger && details && !details->info.exe && details->gaps.size() == 1 &&
            details->gaps.front().kind == Gap::Kind::Process &&
            details->gaps.front().remedy == "sudo quaywatch-cli inspect " + std::to_string(self);
        if (!isCorrect) {
            _exit(1);
        }
    });
}

}  // namespace
}  // namespace quaywatch
