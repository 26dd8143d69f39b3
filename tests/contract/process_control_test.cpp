// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/process_control.h"

#include "core/base/file_limit.h"
#include "core/process/end_process.h"
#include "core/process/process_inspector.h"
#include "tests/support/processes/child_process.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>

namespace quaywatch {
namespace {

using std::chrono::milliseconds;
using test::ChildProcess;

constexpr std::chrono::seconds kLong{20};

ProcessId idOf(std::uint32_t pid)
{
    const Result<ProcessDetails> details = inspectProcess(pid);
    EXPECT_TRUE(details);
    return details ? details->info.id : ProcessId{};
}

std::unique_ptr<ProcessHandle> hold(const ChildProcess& child)
{
    Result<std::unique_ptr<ProcessHandle>> handle = openProcess(idOf(child.pid()));
    EXPECT_TRUE(handle);
    return handle ? std::move(*handle) : nullptr;
}

ErrorCode refusalOf(const ProcessId& process)
{
    const Result<std::unique_ptr<ProcessHandle>> handle = openProcess(process);
    EXPECT_FALSE(handle);
    return handle ? ErrorCode::SystemError : handle.error().code;
}

std::uint64_t inodeOf(int fd)
{
    struct stat status {};
    EXPECT_EQ(fstat(fd, &status), 0);
    return status.st_ino;
}

TEST(ProcessControl, EndsAProcessWithSigterm)
{
    ChildProcess child = ChildProcess::forked();
    const auto handle = hold(child);
    ASSERT_TRUE(handle);

    EXPECT_TRUE(handle->signal(ProcessSignal::Terminate));

    EXPECT_TRUE(handle->waitForExit(kLong).value());
    EXPECT_EQ(child.endingSignal(), SIGTERM);
}

TEST(ProcessControl, KillsAProcessThatIgnoresSigterm)
{
    ChildProcess child = ChildProcess::forked([] { signal(SIGTERM, SIG_IGN); });
    const auto handle = hold(child);
    ASSERT_TRUE(handle);

    EXPECT_TRUE(handle->signal(ProcessSignal::Terminate));
    EXPECT_FALSE(handle->waitForExit(milliseconds(0)).value());
    EXPECT_TRUE(handle->signal(ProcessSignal::Kill));

    EXPECT_TRUE(handle->waitForExit(kLong).value());
    EXPECT_EQ(child.endingSignal(), SIGKILL);
}

TEST(ProcessControl, SignalsNoOtherProcessThatReusedThePid)
{
    const ChildProcess child = ChildProcess::forked();
    ProcessId older = idOf(child.pid());
    --older.startTime;

    EXPECT_EQ(refusalOf(older), ErrorCode::NotFound);
}

TEST(ProcessControl, FindsNoProcessOnceItHasEnded)
{
    ChildProcess child = ChildProcess::forked();
    const ProcessId process = idOf(child.pid());

    child.finish();
    EXPECT_EQ(refusalOf(process), ErrorCode::NotFound) << "a zombie has ended";
    child.reap();
    EXPECT_EQ(refusalOf(process), ErrorCode::NotFound);
}

TEST(ProcessControl, SignalsNothingOnceTheHeldProcessHasEnded)
{
    ChildProcess child = ChildProcess::forked();
    const auto handle = hold(child);
    ASSERT_TRUE(handle);
    child.finish();
    child.reap();

    const Result<void> sent = handle->signal(ProcessSignal::Kill);

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(handle->holdsSocket(1));
    EXPECT_TRUE(handle->waitForExit(milliseconds(0)).value());
}

TEST(ProcessControl, NeverSignalsItselfOrProcessOne)
{
    EXPECT_EQ(refusalOf(idOf(static_cast<std::uint32_t>(getpid()))), ErrorCode::PermissionDenied);
    EXPECT_EQ(refusalOf({1, 0}), ErrorCode::PermissionDenied);
}

TEST(ProcessControl, NeverSignalsAKernelThread)
{
    const Result<ProcessDetails> kernel = inspectProcess(2);
    if (!kernel || kernel->info.comm != "kthreadd") {
        GTEST_SKIP() << "no kernel thread is visible here";
    }

    EXPECT_EQ(refusalOf(kernel->info.id), ErrorCode::PermissionDenied);
}

TEST(ProcessControl, FindsNoProcessForAnInvalidPid)
{
    EXPECT_EQ(refusalOf({0, 0}), ErrorCode::NotFound);
    EXPECT_EQ(refusalOf({4'294'967'295U, 0}), ErrorCode::NotFound);
}

TEST(ProcessControl, ReportsTheSocketsThatAProcessHolds)
{
    const int shared = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const std::uint64_t inode = inodeOf(shared);
    const ChildProcess holder = ChildProcess::forked();
    const ChildProcess other = ChildProcess::forked([shared] { close(shared); });
    close(shared);

    EXPECT_TRUE(hold(holder)->holdsSocket(inode).value());
    EXPECT_FALSE(hold(other)->holdsSocket(inode).value());
}

/// Limits the free descriptors of this program to a number; restores the limit at the end.
class FewFiles {
public:
    explicit FewFiles(rlim_t places)
    {
        EXPECT_EQ(getrlimit(RLIMIT_NOFILE, &m_before), 0);
        // The lowest free number is the one that the next open file gets.
        const int next = dup(STDERR_FILENO);
        close(next);
        const rlimit few{static_cast<rlim_t>(next) + places, m_before.rlim_max};
        EXPECT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
    }
    FewFiles(const FewFiles&) = delete;
    FewFiles& operator=(const FewFiles&) = delete;
    ~FewFiles() { setrlimit(RLIMIT_NOFILE, &m_before); }

private:
    rlimit m_before{};
};

TEST(ProcessControl, NeverReportsAnEndBecauseDescriptorsRanOut)
{
    const ChildProcess child = ChildProcess::forked();
    const ProcessId process = idOf(child.pid());
    for (rlim_t places = 0; places < 3; ++places) {
        const FewFiles few(places);

        EXPECT_EQ(refusalOf(process), ErrorCode::SystemError) << places;
    }
    for (rlim_t places = 0; places < 2; ++places) {
        const FewFiles few(places);
        const Result<ProcessInfo> read = readProcess(child.pid());

        ASSERT_FALSE(read) << places;
        EXPECT_EQ(read.error().code, ErrorCode::SystemError) << places;
    }
}

TEST(ProcessControl, ReadsTheCurrentProcessWithoutItsUserName)
{
    const ChildProcess child = ChildProcess::forked();

    const Result<ProcessInfo> now = readProcess(child.pid());

    ASSERT_TRUE(now);
    EXPECT_EQ(now->id, idOf(child.pid()));
    EXPECT_EQ(now->uid, geteuid());
    EXPECT_EQ(now->exe, inspectProcess(child.pid())->info.exe);
    EXPECT_EQ(now->user, std::nullopt);
    EXPECT_EQ(readProcess(4'194'304).error().code, ErrorCode::NotFound);
}

TEST(FileLimit, IsRaisedToTheHardLimit)
{
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit low{std::min<rlim_t>(before.rlim_max, 100), before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &low), 0);

    raiseFileLimit();

    rlimit after{};
    getrlimit(RLIMIT_NOFILE, &after);
    EXPECT_EQ(after.rlim_cur, std::min<rlim_t>(before.rlim_max, 65536));
    EXPECT_EQ(after.rlim_max, before.rlim_max);
    setrlimit(RLIMIT_NOFILE, &before);
}

/// The plan to end the listener on port 931 if a child of the test holds that socket.
EndPlan planFor(const ChildProcess& child, std::uint64_t inode)
{
    auto owner = std::make_shared<ProcessInfo>();
    owner->id = idOf(child.pid());
    owner->name = "listener";
    owner->uid = getuid();
    const SnapshotPtr snapshot = test::sharedSnapshotOf(
        {test::tcpListener(931).id(inode).ownedBy(ProcessPtr(std::move(owner)))});
    EndTarget target;
    target.port = 931;
    Result<EndPlan> plan = planEnd(target, snapshot);
    EXPECT_TRUE(plan) << plan.error().context;
    return std::move(*plan);
}

TEST(EndListener, EndsTheProcessThatHoldsThePort)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ChildProcess child = ChildProcess::forked();
    EndPlan plan = planFor(child, inodeOf(listener));
    close(listener);

    const auto outcomes = execute(plan, ProcessSignal::Terminate, kLong);

    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes.front().kind, EndOutcome::Kind::Ended) << outcomes.front().text;
    EXPECT_EQ(child.endingSignal(), SIGTERM);
}

TEST(EndListener, SparesAProcessThatHasClosedItsListener)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ChildProcess child = ChildProcess::forked({}, [listener] { close(listener); });
    EndPlan plan = planFor(child, inodeOf(listener));
    close(listener);
    child.tell();

    const auto outcomes = execute(plan, ProcessSignal::Kill, kLong);

    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes.front().kind, EndOutcome::Kind::ReleasedSocket);
    EXPECT_FALSE(hold(child)->waitForExit(milliseconds(0)).value());
}

TEST(ProcessControl, DistinguishesAStoppedProcessFromARunningOne)
{
    const ChildProcess child = ChildProcess::forked();
    const auto handle = hold(child);
    ASSERT_TRUE(handle);
    EXPECT_EQ(handle->state().value(), std::nullopt);

    child.stop();

    EXPECT_EQ(handle->state().value(), ProcessState::Stopped);
    EXPECT_EQ(inspectProcess(child.pid())->info.state, ProcessState::Stopped);
    EXPECT_TRUE(handle->signal(ProcessSignal::Terminate));
    EXPECT_FALSE(handle->waitForExit(milliseconds(0)).value()) << "the signal stays pending";
}

TEST(ProcessControl, ReportsAMissingPermissionToSignal)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "only root can become another user";
    }
    const ChildProcess target = ChildProcess::forked();
    const ProcessId process = idOf(target.pid());

    ChildProcess foreignProcess = ChildProcess::forked([process] {
        if (setresuid(12345, 12345, 12345) != 0) {
            _exit(1);
        }
        const Result<std::unique_ptr<ProcessHandle>> handle = openProcess(process);
        const auto isDenied = [](const auto& result) {
            return !result && result.error().code == ErrorCode::PermissionDenied;
        };
        const bool isCorrect = handle && isDenied((*handle)->checkPermission()) &&
                               isDenied((*handle)->signal(ProcessSignal::Kill)) &&
                               isDenied((*handle)->holdsSocket(1));
        if (!isCorrect) {
            _exit(1);
        }
    });

    EXPECT_FALSE(hold(target)->waitForExit(milliseconds(0)).value());
}

}  // namespace
}  // namespace quaywatch
