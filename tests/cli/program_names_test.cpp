// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"
#include "tests/cli/kill_scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;

std::shared_ptr<ProcessInfo> dockerProxy()
{
    auto proxy = std::make_shared<ProcessInfo>(*process("docker-proxy", 60, 0, "root"));
    proxy->command = {"/usr/bin/docker-proxy", "-container-ip", "172.17.0.2", "-container-port",
                      "80"};
    return proxy;
}

/// A machine with a socket that systemd holds, a proxy, and a program that runs through qemu.
SystemAccess machine()
{
    auto ssh = tcpListener(22).ownedBy(process("systemd", 1, 0, "root")).id(1);
    ssh.record().serviceContext = std::make_shared<const ServiceContext>(ServiceContext{
        .unit = "sshd.socket", .container = {}, .activation = {{"sshd.socket", "ssh@.service"}}});
    auto server = std::make_shared<ProcessInfo>(*process("server", 70, 0, "root"));
    server->exe = "/usr/bin/qemu-arm";
    server->isLoader = true;
    server->runs = "/srv/server";
    SystemAccess machine = machineWith({ssh, tcpListener(8080).ownedBy(dockerProxy()).id(2),
                                        tcpListener(9000).ownedBy(server).id(3)});
    machine.inspect = [server](std::uint32_t pid) -> Result<ProcessDetails> {
        ProcessDetails details;
        details.info = pid == 60   ? *dockerProxy()
                       : pid == 70 ? *server
                                   : *process("systemd", 1, 0, "root");
        return details;
    };
    return machine;
}

TEST(ProgramNames, InTheTableSayWhatIsBehindASocket)
{
    const std::string table = run(machine(), {"list"}).out;

    EXPECT_THAT(table, HasSubstr("sshd.socket, starts ssh@.service"));
    EXPECT_THAT(table, HasSubstr("docker-proxy to 172.17.0.2:80"));
}

TEST(ProgramNames, AreExplainedByInspect)
{
    EXPECT_THAT(run(machine(), {"inspect", "port:22"}).out,
                HasSubstr("sshd.socket starts ssh@.service"));
    EXPECT_THAT(run(machine(), {"inspect", "port:8080"}).out,
                HasSubstr("the container at 172.17.0.2:80, by its command line; ending this "
                          "process ends no container"));
    const std::string emulated = run(machine(), {"inspect", "port:9000"}).out;
    EXPECT_THAT(emulated, HasSubstr("server (70)"));
    EXPECT_THAT(emulated, HasSubstr("/usr/bin/qemu-arm"));
    EXPECT_THAT(emulated, HasSubstr("/srv/server"));
}

TEST(ProgramNames, AreInTheJsonOfInspect)
{
    const nlohmann::json document = run(machine(), {"inspect", "port:8080", "--json"}).json();

    EXPECT_EQ(document.at("processes").at(0).at("forwards_to").at("address"), "172.17.0.2");
}

TEST(ProgramNames, OfAProxyAreInThePlanToEndIt)
{
    KillScene scene;
    scene.machine.planEnd = [&scene](const EndTarget& target, const SnapshotPtr& now) {
        EndPlan plan;
        plan.snapshot = scene.snapshot = now;
        plan.target = target;
        plan.candidates.push_back(scene.candidateOf(*dockerProxy(), *now));
        return Result<EndPlan>(std::move(plan));
    };

    EXPECT_THAT(run(scene.machine, {"kill", "port:931", "--dry-run"}).out,
                HasSubstr("ending this process ends no container"));
}

}  // namespace
}  // namespace quaywatch::test
