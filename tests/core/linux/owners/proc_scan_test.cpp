// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/proc_scan.h"

#include "tests/support/machine/fake_proc.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace quaywatch::linux_backend {
namespace {

TEST(ProcScan, ReadsTheInodeOfASocketLinkOnly)
{
    EXPECT_EQ(parseSocketLink("socket:[12345]"), 12345U);
    EXPECT_EQ(parseSocketLink("socket:[4294967295]"), 4294967295U);
    for (const char* other : {"", "socket:[", "socket:[]", "socket:[1", "socket:[1x]",
                              "socket:[-1]", "socket:[4294967296]", "pipe:[12345]",
                              "/tmp/socket:[12345]", "socket:[12345] (deleted)"}) {
        EXPECT_EQ(parseSocketLink(other), std::nullopt) << other;
    }
}

TEST(ProcScan, ReportsAnEndOnlyOfAnEndedProcess)
{
    const test::FakeProc fake;
    fake.start(10, {1});
    const UniqueFd proc = fake.open();
    DescriptorTable table;
    EXPECT_EQ(scanSockets(proc.get(), 10, table), FdScanResult::Read);
    EXPECT_EQ(scanSockets(proc.get(), 11, table), FdScanResult::Gone);

    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    const rlimit none{0, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
    const FdScanResult withoutDescriptors = scanSockets(proc.get(), 10, table);
    setrlimit(RLIMIT_NOFILE, &before);

    EXPECT_EQ(withoutDescriptors, FdScanResult::NoneLeft);
    EXPECT_EQ(table.sockets, (std::vector<SocketFd>{{1, 1}}));
}

TEST(ProcScan, FindsTheSocketsOfAProcessWhoseFirstThreadHasEnded)
{
    const test::FakeProc fake;
    fake.start(10, {});
    std::filesystem::create_directories(fake.path("10/task/10/fd"));
    std::filesystem::create_directories(fake.path("10/task/11/fd"));
    std::filesystem::create_symlink("socket:[7]", fake.path("10/task/11/fd/3"));
    DescriptorTable table;

    EXPECT_EQ(scanSockets(fake.open().get(), 10, table), FdScanResult::Read);

    EXPECT_EQ(table.sockets, (std::vector<SocketFd>{{7, kThreadOnlyFd}}));
}

TEST(ProcScan, CountsTheDescriptorsOfAReadableProcess)
{
    const UniqueFd proc(open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const auto own = static_cast<std::uint32_t>(getpid());

    EXPECT_EQ(countDescriptors(proc.get(), own).value_or(0) > 0, countsDescriptors(proc.get()));
    EXPECT_EQ(countDescriptors(proc.get(), 0), std::nullopt);
}

TEST(ProcScan, InspectsOneDescriptor)
{
    const test::FakeProc fake;
    fake.start(10, {7});
    std::filesystem::create_symlink("pipe:[8]", fake.path("10/fd/8"));
    const UniqueFd proc = fake.open();

    const FdInfo socket = inspectFd(proc.get(), 10, 7);
    EXPECT_EQ(socket.kind, Descriptor::Socket);
    EXPECT_EQ(socket.inode, 7U);
    EXPECT_EQ(inspectFd(proc.get(), 10, 8).kind, Descriptor::Other);
    EXPECT_EQ(inspectFd(proc.get(), 10, 9).kind, Descriptor::Closed);
    EXPECT_EQ(inspectFd(proc.get(), 11, 7).kind, Descriptor::Closed);
}

}  // namespace
}  // namespace quaywatch::linux_backend
