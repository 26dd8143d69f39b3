// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/known_use.h"

#include "core/assess/assess.h"
#include "core/sockets/classify.h"

#include "tests/support/machine/fake_evidence.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace quaywatch {
namespace {

using test::FakeEvidence;
using test::process;
using test::SocketBuilder;
using test::tcpListener;
using test::udpBound;

constexpr Port kChronyPort = 323;
constexpr Port kSpamdPort = 783;

/// A process of a system user.
ProcessPtr daemonProcess(std::string name, std::uint32_t pid = 300, std::uint32_t uid = 0)
{
    return process(std::move(name), pid, uid, uid == 0 ? "root" : "daemon");
}

SocketRecord inService(SocketBuilder builder, std::string unit)
{
    SocketRecord record = builder;
    ServiceContext serviceContext;
    serviceContext.unit = std::move(unit);
    serviceContext.isSystemService = true;
    record.serviceContext = std::make_shared<const ServiceContext>(std::move(serviceContext));
    return record;
}

SocketRecord inUnitOfAUser(SocketBuilder builder, std::string unit)
{
    return builder.serviceContext(std::move(unit));
}

SocketBuilder hidden(SocketBuilder builder)
{
    return builder.ownerState(OwnerState::Hidden).uid(0, "root");
}

SocketBuilder chronyd()
{
    return udpBound(kChronyPort, "127.0.0.1").ownedBy(daemonProcess("chronyd"));
}

std::string explanationOf(SocketRecord listener, ProgramEvidence* evidence = nullptr)
{
    listener.exposure = exposureOf(listener);
    return explainKnownUse(listener, evidence).value_or("(none)").english();
}

TEST(KnownUse, IsShownByTheUnitOfAHiddenOwner)
{
    EXPECT_EQ(
        explanationOf(inService(hidden(udpBound(kChronyPort, "127.0.0.1")), "chrony.service")),
        "known use by chronyd: socket of unit chrony.service");
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(kChronyPort, "::1")), "chronyd.service")),
              "known use by chronyd: socket of unit chronyd.service");
    EXPECT_EQ(explanationOf(inService(hidden(tcpListener(kSpamdPort, "::1")), "spamd.service")),
              "known use by spamd: socket of unit spamd.service");
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(671, "127.0.0.1")), "rpc-statd.service")),
              "known use by rpc.statd: socket of unit rpc-statd.service");
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(931)), "rpcbind.service")),
              "known use by rpcbind: socket of unit rpcbind.service");
}

TEST(KnownUse, IsNotShownByTheUnitOfAProgramWithATooLongPath)
{
    auto program = std::make_shared<ProcessInfo>(*daemonProcess("chronyd"));
    program->exe.reset();
    const auto listener = [&program] {
        return inService(udpBound(kChronyPort, "127.0.0.1").ownedBy(program), "chrony.service");
    };
    EXPECT_NE(explanationOf(listener()), "(none)");

    program->isExePathTooLong = true;

    EXPECT_EQ(explanationOf(listener()), "(none)");
}

TEST(KnownUse, IsNotShownByThePortAlone)
{
    EXPECT_EQ(explanationOf(hidden(udpBound(kChronyPort, "127.0.0.1"))), "(none)");
    EXPECT_EQ(explanationOf(chronyd()), "(none)");
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(kChronyPort, "127.0.0.1")), "evil.service")),
              "(none)");
}

TEST(KnownUse, IsNotShownByAUserUnitOfThatName)
{
    EXPECT_EQ(
        explanationOf(inUnitOfAUser(hidden(udpBound(kChronyPort, "127.0.0.1")), "chrony.service")),
        "(none)");
}

TEST(KnownUse, IsNotShownByTheUnitIfAnotherUserOpenedTheSocket)
{
    // A process of another user in the unit, or in a group below it that the unit gave away.
    EXPECT_EQ(explanationOf(inService(udpBound(kChronyPort, "127.0.0.1")
                                          .uid(5000)
                                          .ownedBy(process("chronyd", 300, 5000, "mallory")),
                                      "chrony.service")),
              "(none)");
    EXPECT_EQ(
        explanationOf(inService(
            udpBound(kChronyPort, "127.0.0.1").ownerState(OwnerState::Hidden).uid(999, "other"),
            "chrony.service")),
        "(none)");
}

TEST(KnownUse, IsNotShownByTheUnitOnAnotherPortOrProtocol)
{
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(931, "127.0.0.1")), "chrony.service")),
              "(none)");
    EXPECT_EQ(
        explanationOf(inService(hidden(tcpListener(kChronyPort, "127.0.0.1")), "chrony.service")),
        "(none)");
    EXPECT_EQ(explanationOf(inService(hidden(tcpListener(931, "127.0.0.1")), "rpc-statd.service")),
              "(none)");
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(323, "127.0.0.1")), "rpc-statd.service")),
              "(none)");
}

TEST(KnownUse, DoesNotApplyBeyondThisMachine)
{
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(kChronyPort)), "chrony.service")), "(none)");
    EXPECT_EQ(
        explanationOf(inService(hidden(tcpListener(kSpamdPort, "10.0.0.1")), "spamd.service")),
        "(none)");
    EXPECT_EQ(explanationOf(inService(hidden(udpBound(671, "::")), "rpc-statd.service")), "(none)");
}

TEST(KnownUse, DoesNotCoverAnotherProgramOfTheUnit)
{
    EXPECT_EQ(explanationOf(
                  inService(udpBound(kChronyPort, "127.0.0.1").ownedBy(daemonProcess("nc.openbsd")),
                            "chrony.service")),
              "(none)");
    EXPECT_EQ(explanationOf(inService(
                  udpBound(kChronyPort, "127.0.0.1")
                      .ownedBy({daemonProcess("chronyd", 1), daemonProcess("nc.openbsd", 2)}),
                  "chrony.service")),
              "(none)");
}

TEST(KnownUse, DoesNotCoverAContainer)
{
    SocketRecord inside = inService(hidden(udpBound(kChronyPort, "127.0.0.1")), "chrony.service");
    ServiceContext serviceContext = *inside.serviceContext;
    serviceContext.container = "docker:0123456789ab";
    inside.serviceContext = std::make_shared<const ServiceContext>(serviceContext);

    EXPECT_EQ(explanationOf(inside), "(none)");
}

TEST(KnownUse, IsShownByAProgramOfThePackage)
{
    FakeEvidence evidence;
    evidence.packages["/usr/bin/chronyd"] = "chrony";

    EXPECT_EQ(explanationOf(chronyd(), &evidence),
              "known use by chronyd: program from package chrony");
}

TEST(KnownUse, IsNotShownByAProgramOfAnotherPackage)
{
    FakeEvidence evidence;
    evidence.packages["/usr/bin/nc.openbsd"] = "netcat-openbsd";
    evidence.packages["/usr/bin/chronyd"] = "chronyd-by-somebody";

    EXPECT_EQ(explanationOf(chronyd(), &evidence), "(none)");
    EXPECT_EQ(explanationOf(udpBound(kChronyPort, "127.0.0.1").ownedBy(daemonProcess("nc.openbsd")),
                            &evidence),
              "(none)");
}

TEST(KnownUse, IsNotShownByTheProgramWhenAnOrdinaryUserRunsIt)
{
    FakeEvidence evidence;
    evidence.packages["/usr/bin/chronyd"] = "chrony";

    EXPECT_EQ(
        explanationOf(udpBound(kChronyPort, "127.0.0.1").ownedBy(process("chronyd")), &evidence),
        "(none)");
    EXPECT_EQ(explanationOf(udpBound(kChronyPort, "127.0.0.1")
                                .ownedBy(process("chronyd", 300, 1000, "alice"))
                                .uid(0, "root"),
                            &evidence),
              "(none)")
        << "created by root, run by another user";
    EXPECT_EQ(
        explanationOf(
            udpBound(kChronyPort, "127.0.0.1").ownedBy(process("chronyd", 300, 33, "www-data")),
            &evidence),
        "(none)")
        << "a system executable, but not its user";
    EXPECT_NE(
        explanationOf(
            udpBound(kChronyPort, "127.0.0.1").ownedBy(process("chronyd", 300, 102, "_chrony")),
            &evidence),
        "(none)");
}

TEST(KnownUse, NeedsEveryOwnerExceptTheServersWorkers)
{
    const auto spamd = std::make_shared<ProcessInfo>(*daemonProcess("perl", 300));
    const auto worker = std::make_shared<ProcessInfo>(*daemonProcess("perl", 301));
    worker->parentPid = 300;
    const auto other = std::make_shared<ProcessInfo>(*daemonProcess("perl", 302));
    FakeEvidence evidence;
    evidence.packagesByPid[300] = "spamd";

    EXPECT_EQ(
        explanationOf(tcpListener(kSpamdPort, "127.0.0.1").ownedBy({spamd, worker}), &evidence),
        "known use by spamd: program from package spamd");
    EXPECT_EQ(
        explanationOf(tcpListener(kSpamdPort, "127.0.0.1").ownedBy({spamd, other}), &evidence),
        "(none)");
}

TEST(KnownUse, ReadsEvidenceOnlyWhereTheUnitDoesNotSuffice)
{
    FakeEvidence evidence;
    Snapshot snapshot = test::snapshotOf(
        {inService(chronyd(), "chrony.service"), tcpListener(22).ownedBy(daemonProcess("sshd")),
         tcpListener(931).ownedBy(process("nc")),
         udpBound(kChronyPort).ownedBy(daemonProcess("chronyd")).id(9)});
    classify(snapshot);

    assess(snapshot, {}, &evidence);

    EXPECT_EQ(evidence.questions, 0);
}

TEST(KnownUse, ExplainsTheListenerAndItsConnections)
{
    Snapshot snapshot = test::snapshotOf(
        {inService(tcpListener(kSpamdPort, "127.0.0.1").uid(0, "root"), "spamd.service"),
         test::tcpConnection("127.0.0.1", kSpamdPort, "127.0.0.1", 40000),
         test::tcpConnection("127.0.0.1", 40000, "127.0.0.1", kSpamdPort)});
    classify(snapshot);

    assess(snapshot, {});

    for (const SocketRecord& row : snapshot.sockets) {
        EXPECT_EQ(row.assessment.verdict, Verdict::Explained) << row.key.localPort;
        EXPECT_EQ(row.assessment.severity, Severity::Info);
    }
}

}  // namespace
}  // namespace quaywatch
