// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/proc_numbers.h"

#include "tests/support/machine/fake_proc.h"

#include <gtest/gtest.h>

#include <fcntl.h>

namespace quaywatch::linux_backend {
namespace {

TEST(ProcNumbers, MatchInTheOwnProc)
{
    const UniqueFd proc(open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));

    EXPECT_EQ(numbersIn(proc.get()), ProcNumbers::Own);
    EXPECT_TRUE(openOwnProc());
}

TEST(ProcNumbers, AreUnknownInAFolderThatIsNotProc)
{
    const test::FakeProc fake;
    std::filesystem::create_directories(fake.path("self"));

    EXPECT_EQ(numbersIn(fake.open().get()), ProcNumbers::None);
}

TEST(ProcNumbers, HaveOneForEachNestedNamespace)
{
    EXPECT_EQ(countNamespaces("Name:\tx\nTgid:\t5\nNSpid:\t5\nNSpgid:\t5\t1\n"), 1U);
    EXPECT_EQ(countNamespaces("Name:\tx\nNSpid:\t205\t5\nNSpgid:\t5\n"), 2U);
    EXPECT_EQ(countNamespaces("Name:\tx\nNSpid:\t9\t9\t9"), 3U);
    EXPECT_EQ(countNamespaces("Name:\tNSpid:\t1\t2\nTgid:\t5\n"), 0U);
    EXPECT_EQ(countNamespaces(""), 0U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
