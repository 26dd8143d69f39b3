// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/nfs_files.h"

#include <gtest/gtest.h>

#include <netinet/in.h>

namespace quaywatch::linux_backend {
namespace {

KernelPorts ofMounts(std::string_view text)
{
    KernelPorts known;
    takeMounts(text, known);
    return known;
}

TEST(NfsFiles, NameTheServersOfMounts)
{
    const KernelPorts known = ofMounts(
        "proc /proc proc rw 0 0\n"
        "nas:/a\\040b /mnt/a nfs4 rw,vers=4.2,proto=tcp,clientaddr=10.0.0.2,addr=10.0.0.1 0 0\n"
        "nas:/b /mnt/b nfs rw,vers=3,proto=tcp,port=2050,mountaddr=10.0.0.9,addr=fd00::1 0 0\n"
        "//nas/c /mnt/c cifs rw,vers=3.1.1,addr=10.0.0.3 0 0\n"
        "me /mnt/d fuse.nfs rw,vers=3,addr=10.0.0.4 0 0\n");

    EXPECT_EQ(known.servers,
              (std::vector<KernelServer>{{*IpAddress::parse("10.0.0.1"), 2049, false},
                                         {*IpAddress::parse("fd00::1"), 2050, true},
                                         {*IpAddress::parse("10.0.0.3"), 445, false}}));
    EXPECT_TRUE(known.hasNfsLocks);
    EXPECT_FALSE(known.hasNfsCallback);
}

TEST(NfsFiles, ReportWhichMountsHaveLocksAndCallbacks)
{
    EXPECT_FALSE(ofMounts("a /a nfs rw,vers=3,nolock,addr=1.2.3.4 0 0\n").hasNfsLocks);
    EXPECT_FALSE(ofMounts("a /a nfs rw,vers=3,local_lock=all,addr=1.2.3.4 0 0\n").hasNfsLocks);
    EXPECT_TRUE(ofMounts("a /a nfs rw,vers=3,local_lock=none,addr=1.2.3.4 0 0\n").hasNfsLocks);
    EXPECT_FALSE(ofMounts("a /a nfs4 rw,vers=4.2,addr=1.2.3.4 0 0\n").hasNfsLocks);
    EXPECT_TRUE(ofMounts("a /a nfs4 rw,vers=4.0,addr=1.2.3.4 0 0\n").hasNfsCallback);
    EXPECT_FALSE(ofMounts("a /a nfs4 rw,vers=4,minorversion=1,addr=1.2.3.4 0 0\n").hasNfsCallback);
}

TEST(NfsFiles, IgnoreOtherTexts)
{
    for (const char* text : {"", "\n\n", "nfs", "a b nfs", "a b nfs ",
                             "a b nfs addr=", "a b nfs4 ,=,", "a b nfs addr=x,port=99999"}) {
        EXPECT_TRUE(ofMounts(text).servers.empty()) << text;
    }
}

TEST(NfsFiles, ReportThePortsOfTheKernelServer)
{
    KernelPorts known;
    takeServerPorts("rdma 20049\nudp 2049\ntcp 2049\ntcp 0\ntcp 65536\ntcp\n\n", known);

    ASSERT_EQ(known.ports.size(), 2U);
    EXPECT_EQ(known.ports[0].protocol, IPPROTO_UDP);
    EXPECT_EQ(known.ports[1].protocol, IPPROTO_TCP);
    EXPECT_EQ(known.ports[1].port, 2049);
    EXPECT_TRUE(known.hasNfsLocks);
}

}  // namespace
}  // namespace quaywatch::linux_backend
