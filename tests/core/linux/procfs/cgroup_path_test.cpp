// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/cgroup_path.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

const std::string kId = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const std::string kOtherId(64, 'e');

std::string unitOf(const std::string& path)
{
    return parseCgroupPath(path).serviceContext.unit.value_or("(none)");
}

std::string containerOf(const std::string& path)
{
    return parseCgroupPath(path).serviceContext.container.value_or("(none)");
}

TEST(CgroupPath, NamesASystemService)
{
    EXPECT_EQ(unitOf("/system.slice/ssh.service"), "ssh.service");
    EXPECT_EQ(unitOf("/system.slice/system-postgresql.slice/postgresql@15-main.service"),
              "postgresql@15-main.service");
    EXPECT_EQ(unitOf("/system.slice/cups.socket"), "cups.socket");
    EXPECT_EQ(unitOf("/init.scope"), "init.scope");
    EXPECT_EQ(parseCgroupPath("/system.slice/ssh.service").serviceContext.unitManagerUid,
              std::nullopt);
}

TEST(CgroupPath, NamesALoginSession)
{
    EXPECT_EQ(unitOf("/user.slice/user-1000.slice/session-3.scope"), "session-3.scope");
}

TEST(CgroupPath, NamesAUnitOfAUserManager)
{
    const CgroupFacts facts = parseCgroupPath(
        "/user.slice/user-1000.slice/user@1000.service/app.slice/app-foo\\x2dbar-77.scope");

    EXPECT_EQ(facts.serviceContext.unit, "app-foo\\x2dbar-77.scope");
    EXPECT_EQ(facts.serviceContext.unitManagerUid, 1000U);
    EXPECT_EQ(facts.managerOf, std::nullopt);
}

TEST(CgroupPath, NamesTheUserManagerWhereThereIsNoUserUnit)
{
    const std::string manager = "/user.slice/user-1000.slice/user@1000.service";

    EXPECT_EQ(unitOf(manager), "user@1000.service");
    EXPECT_EQ(unitOf(manager + "/init.scope"), "user@1000.service");
    EXPECT_EQ(parseCgroupPath(manager + "/init.scope").serviceContext.unitManagerUid, std::nullopt);
}

TEST(CgroupPath, RecognizesTheGroupOfAUserManagerOnly)
{
    const std::string user = "/user.slice/user-1000.slice";
    EXPECT_EQ(parseCgroupPath(user + "/user@1000.service/init.scope").managerOf, 1000U);
    EXPECT_EQ(parseProcCgroup("1:name=systemd:/user.slice/user-7.slice/user@7.service/init.scope\n"
                              "0::/\n")
                  .managerOf,
              7U);
    for (const std::string& other :
         {user + "/user@1000.service", user + "/user@1000.service/init.scope/x",
          user + "/user@1000.service/app.slice/init.scope", user + "/session-3.scope/init.scope",
          user + "/user@1000.service/app.slice/user@1001.service/init.scope",
          std::string("/system.slice/x.service/user@1000.service/init.scope"),
          std::string("/docker/user@1000.service/init.scope"), std::string("/init.scope")}) {
        EXPECT_EQ(parseCgroupPath(other).managerOf, std::nullopt) << other;
    }
}

TEST(CgroupPath, RejectsAUserManagerWithoutAUid)
{
    for (const std::string name : {"alice", "", "-1", "1000x", "4294967296"}) {
        const CgroupFacts facts =
            parseCgroupPath("/user.slice/user@" + name + ".service/x.service");
        EXPECT_EQ(facts.serviceContext.unitManagerUid, std::nullopt) << name;
        EXPECT_EQ(facts.serviceContext.unit, "user@" + name + ".service");
    }
}

TEST(CgroupPath, IgnoresSubgroupsOfAService)
{
    EXPECT_EQ(unitOf("/system.slice/evil.service/system.slice/ssh.service"), "evil.service");
    EXPECT_EQ(unitOf("/anything/ssh.service"), "(none)");
    EXPECT_EQ(unitOf("/system.slice/<b>\x1b[31m.service"), "(none)");
}

TEST(CgroupPath, RecognizesContainersBySystemdScopes)
{
    EXPECT_EQ(containerOf("/system.slice/docker-" + kId + ".scope"), "docker:0123456789ab");
    EXPECT_EQ(containerOf("/machine.slice/libpod-" + kId + ".scope/container"),
              "podman:0123456789ab");
    EXPECT_EQ(containerOf("/kubepods.slice/kubepods-besteffort.slice/crio-" + kId + ".scope"),
              "crio:0123456789ab");
    EXPECT_EQ(containerOf("/kubepods.slice/cri-containerd-" + kId + ".scope"),
              "containerd:0123456789ab");
    EXPECT_EQ(containerOf("/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-" + kId +
                          ".scope"),
              "podman:0123456789ab");
}

TEST(CgroupPath, RecognizesContainersByBareIds)
{
    EXPECT_EQ(containerOf("/docker/" + kId), "docker:0123456789ab");
    EXPECT_EQ(containerOf("/libpod_parent/libpod-" + kId), "podman:0123456789ab");
    EXPECT_EQ(containerOf("/kubepods/burstable/pod12-34/" + kId), "kubernetes:0123456789ab");
    EXPECT_EQ(containerOf("/system.slice/kubepods-pod1.slice:cri-containerd:" + kId),
              "containerd:0123456789ab");
    EXPECT_EQ(containerOf("/something/" + kId), "container:0123456789ab");
}

TEST(CgroupPath, NamesTheOutermostContainer)
{
    EXPECT_EQ(containerOf("/docker/" + kId + "/docker/" + kOtherId), "docker:0123456789ab");
    EXPECT_EQ(containerOf("/lxc.payload.web/system.slice/docker-" + kId + ".scope"), "lxc:web");
}

TEST(CgroupPath, RecognizesNamedContainers)
{
    EXPECT_EQ(containerOf("/lxc/web/system.slice/nginx.service"), "lxc:web");
    EXPECT_EQ(containerOf("/machine.slice/systemd-nspawn@deb\\x2d12.service/payload"),
              "nspawn:deb-12");
    EXPECT_EQ(containerOf("/machine.slice/machine-build\\x2dbox.scope"), "machine:build-box");
}

TEST(CgroupPath, DoesNotMistakeMonitorsAndVirtualMachinesForContainers)
{
    EXPECT_EQ(containerOf("/machine.slice/libpod-conmon-" + kId + ".scope"), "(none)");
    EXPECT_EQ(containerOf("/lxc.monitor.web"), "(none)");
    EXPECT_EQ(containerOf("/machine.slice/machine-qemu\\x2d1\\x2dvm.scope"), "(none)");
    EXPECT_EQ(containerOf("/system.slice/docker.service"), "(none)");
    EXPECT_EQ(containerOf("/docker/" + kId.substr(1)), "(none)");
    EXPECT_EQ(containerOf("/machine.slice/machine-.scope"), "(none)");
}

TEST(CgroupPath, IsEmptyForTheRootAndInvalidPaths)
{
    for (const std::string path :
         {"", "/", "//", "/..", "/../..", ".service", "/.service", "/system.slice", "/\\x"}) {
        EXPECT_EQ(parseCgroupPath(path), CgroupFacts{}) << path;
    }
    EXPECT_EQ(parseCgroupPath("/system.slice/" + std::string(300, 'a') + ".service"),
              CgroupFacts{});
    EXPECT_EQ(parseCgroupPath("/system.slice/" + std::string(5000, '/') + "a.service"),
              CgroupFacts{});
}

TEST(CgroupPath, HandlesPathsAboveTheNamespaceRootAndDeletedGroups)
{
    EXPECT_EQ(unitOf("/../../system.slice/ssh.service"), "ssh.service");
    EXPECT_EQ(unitOf("/system.slice/ssh.service (deleted)"), "ssh.service");
}

TEST(CgroupPath, RecognizesSystemServices)
{
    for (const std::string& path : std::vector<std::string>{
             "/system.slice/chrony.service", "/system.slice/chrony.service/sub/group",
             "/system.slice/rpcbind.socket", "/system.slice/chrony.service (deleted)"}) {
        EXPECT_TRUE(parseCgroupPath(path).serviceContext.isSystemService) << path;
    }
}

TEST(CgroupPath, DoesNotMistakeOtherServicesForSystemServices)
{
    for (const std::string& path : std::vector<std::string>{
             std::string("/user.slice/user-1000.slice/user@1000.service/app.slice/chrony.service"),
             std::string(
                 "/user.slice/user-1000.slice/user@1000.service/system.slice/chrony.service"),
             std::string("/user.slice/system.slice/chrony.service"), std::string("/chrony.service"),
             std::string("/my.slice/chrony.service"),
             std::string("/system.slice/my.slice/chrony.service"),
             std::string("/../system.slice/chrony.service"),
             std::string("/system.slice/../chrony.service/chrony.service"),
             std::string("system.slice/chrony.service"),
             std::string("//system.slice/chrony.service"),
             std::string("/system.slice/session-1.scope"),
             "/system.slice/docker-" + kId + ".scope/system.slice/chrony.service",
             "/docker/" + kId + "/system.slice/chrony.service",
             std::string("/lxc.payload.web/system.slice/chrony.service"),
             std::string("/machine.slice/machine-web.scope/system.slice/chrony.service"),
             std::string("/system.slice")}) {
        EXPECT_FALSE(parseCgroupPath(path).serviceContext.isSystemService) << path;
    }
}

TEST(ProcCgroup, ReadsTheUnifiedHierarchy)
{
    EXPECT_EQ(parseProcCgroup("0::/system.slice/ssh.service\n").serviceContext.unit, "ssh.service");
}

TEST(ProcCgroup, ReadsTheSystemdHierarchyOfVersionOne)
{
    const CgroupFacts facts = parseProcCgroup("4:memory:/docker/" + kId +
                                              "\n1:name=systemd:/system.slice/ssh.service\n0::/\n");

    EXPECT_EQ(facts.serviceContext.unit, "ssh.service");
    EXPECT_EQ(facts.serviceContext.container, "docker:0123456789ab");
}

TEST(ProcCgroup, PrefersTheUnifiedHierarchyWhateverTheOrder)
{
    const std::string unified = "0::/system.slice/a.service\n";
    const std::string old = "1:name=systemd:/system.slice/b.service\n";

    EXPECT_EQ(parseProcCgroup(unified + old).serviceContext.unit, "a.service");
    EXPECT_EQ(parseProcCgroup(old + unified).serviceContext.unit, "a.service");
}

TEST(ProcCgroup, IgnoresInvalidLines)
{
    EXPECT_EQ(parseProcCgroup(""), CgroupFacts{});
    EXPECT_EQ(parseProcCgroup("\n:\n::\n0:\nno colon"), CgroupFacts{});
    EXPECT_EQ(parseProcCgroup("0::/system.slice/a:b.service").serviceContext.unit, "a:b.service");
}

}  // namespace
}  // namespace quaywatch::linux_backend
