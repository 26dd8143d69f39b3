// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/absent_process.h"

#include "tests/support/machine/fake_proc.h"
#include "tests/support/processes/child_process.h"

#include <gtest/gtest.h>

#include <climits>
#include <cstdint>

namespace quaywatch::linux_backend {
namespace {

TEST(AbsentProcess, ExistsIfOnlyProcHidesIt)
{
    const test::FakeProc proc;
    proc.hideOthers();
    const test::ChildProcess child = test::ChildProcess::forked();

    const Error error = absentProcess(proc.open().get(), child.pid());

    EXPECT_EQ(error.code, ErrorCode::PermissionDenied);
    EXPECT_NE(error.context.english().find("/proc hides it"), std::string::npos)
        << error.context.english();
    EXPECT_EQ(absentProcess(proc.open().get(), 1).code, ErrorCode::PermissionDenied)
        << "kill(2) gives EPERM for it, or nothing";
}

TEST(AbsentProcess, ExistsIfItIsMissingAlone)
{
    const test::FakeProc proc;
    const test::ChildProcess child = test::ChildProcess::forked();

    const Error error = absentProcess(proc.open().get(), child.pid());

    EXPECT_EQ(error.code, ErrorCode::PermissionDenied);
    EXPECT_EQ(error.context.english().find("hidepid"), std::string::npos);
}

TEST(AbsentProcess, IsNoneWithANumberThatNoProcessCanHave)
{
    const test::FakeProc proc;
    proc.hideOthers();

    for (const std::uint32_t pid : {0U, unsigned{INT_MAX}, 0x80000000U, 0xFFFFFFFFU}) {
        EXPECT_EQ(absentProcess(proc.open().get(), pid).code, ErrorCode::NotFound) << pid;
    }
}

}  // namespace
}  // namespace quaywatch::linux_backend
