// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/activated_programs.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using Programs = std::vector<std::string>;

/// Process 1 is systemd; the unit of each socket starts this service.
ActivationSystem systemdWith(const SocketUnit& unit)
{
    return {.managerOf =
                [](const ProcessId& process) {
                    return process.pid == 1 ? ServiceManager::System : ServiceManager::None;
                },
            .findSocketUnit = [unit](const SocketUnitQuestion&) { return std::optional(unit); }};
}

TEST(ActivatedPrograms, AreThoseOfTheServiceOfASocketThatAManagerHolds)
{
    const SocketRecord held = tcpListener(631).ownedBy(process("systemd", 1, 0, "root"));

    EXPECT_EQ(
        activatedPrograms(held, systemdWith({"cups.socket", "cups.service", {"/usr/sbin/cupsd"}})),
        Programs{"/usr/sbin/cupsd"});
}

TEST(ActivatedPrograms, AreNoneForAListenerOfAnOrdinaryProcess)
{
    const SocketRecord own = tcpListener(631).ownedBy(process("cupsd"));

    EXPECT_EQ(
        activatedPrograms(own, systemdWith({"cups.socket", "cups.service", {"/usr/sbin/cupsd"}})),
        Programs{});
}

TEST(ActivatedPrograms, AreNoneForAServicePerConnection)
{
    const SocketRecord held = tcpListener(79).ownedBy(process("systemd", 1, 0, "root"));

    EXPECT_EQ(activatedPrograms(held, systemdWith({"finger.socket", "finger@.service", {"/x"}})),
              Programs{});
}

TEST(ActivatingUnit, IsThatOfTheManagerThatHoldsTheListener)
{
    const SocketRecord held = tcpListener(79).ownedBy(process("systemd", 1, 0, "root"));
    const SocketUnit finger{"finger.socket", "finger@.service", {"/x"}};

    EXPECT_EQ(activatingUnit(held, systemdWith(finger)), finger);
    EXPECT_EQ(activatingUnit(tcpListener(79).ownedBy(process("nc")), systemdWith(finger)),
              std::nullopt);
}

TEST(ActivatingUnit, IsKnownByTheGroupIfTheOwnerIsHidden)
{
    const SocketUnit ssh{"ssh.socket", "ssh.service"};
    const SocketRecord hidden = tcpListener(22).uid(0, "root").serviceContext("ssh.socket");
    SocketRecord ofUser = hidden;
    ofUser.serviceContext = std::make_shared<const ServiceContext>(
        ServiceContext{.unit = "ssh.socket", .unitManagerUid = 1000, .container = {}});

    EXPECT_EQ(activatingUnit(hidden, systemdWith(ssh)), ssh);
    EXPECT_EQ(activatingUnit(ofUser, systemdWith(ssh)), std::nullopt);
    EXPECT_EQ(activatingUnit(tcpListener(22).uid(0, "root").serviceContext("ssh.service"),
                             systemdWith(ssh)),
              std::nullopt);
}

TEST(ActivatingUnit, OfAContainerIsNotOneOfThisSystem)
{
    const SocketRecord inside =
        tcpListener(22).uid(0, "root").serviceContext("ssh.socket", "nspawn:web");

    EXPECT_EQ(activatingUnit(inside, systemdWith({"ssh.socket", "ssh.service"})), std::nullopt);
}

}  // namespace
}  // namespace quaywatch::test
