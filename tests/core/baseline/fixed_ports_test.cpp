// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/fixed_ports.h"

#include "core/baseline/baseline_text.h"
#include "core/baseline/drift.h"
#include "core/baseline/parse_baseline.h"
#include "tests/support/registry_files.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = Baseline::Answer::Kind;

const auto kSystemFile = std::make_shared<const std::string>("/etc/quaywatch/expected.d/50.toml");

SocketRecord openSsh()
{
    return tcpListener(22).ownedBy(process("sshd"));
}
SocketRecord dropbear()
{
    return tcpListener(22).ownedBy(process("dropbear"));
}

BaselineEntry systemEntry(const SocketRecord& listener, bool isFixed)
{
    BaselineEntry entry = entryFor(listener);
    entry.systemFile = kSystemFile;
    entry.isFixed = isFixed;
    entry.line = 3;
    return entry;
}
BaselineEntry ownEntry(const SocketRecord& listener)
{
    BaselineEntry entry = entryFor(listener);
    entry.line = 7;
    return entry;
}
Kind kindOf(const Baseline& baseline, const SocketRecord& listener)
{
    return baseline.ask(listener, in2026(11, 23)).kind;
}

TEST(FixedPorts, EntriesOfAllFilesAddUpUnlessAPortIsFixed)
{
    const Baseline baseline({systemEntry(openSsh(), false), ownEntry(dropbear())});

    EXPECT_EQ(kindOf(baseline, openSsh()), Kind::Expected);
    EXPECT_EQ(kindOf(baseline, dropbear()), Kind::Expected);
    EXPECT_THAT(overruledEntries(baseline), IsEmpty());
}

TEST(FixedPorts, AnEntryOfTheUserHasNoEffectOnAFixedPort)
{
    const Baseline baseline({systemEntry(openSsh(), true), ownEntry(dropbear())});

    EXPECT_EQ(kindOf(baseline, openSsh()), Kind::Expected);
    EXPECT_EQ(kindOf(baseline, dropbear()), Kind::Other);
    const auto overruled = overruledEntries(baseline);
    ASSERT_THAT(overruled, SizeIs(1));
    EXPECT_EQ(overruledText(overruled[0], "expected.toml"),
              "expected.toml, line 7 has no effect on tcp port 22, which "
              "/etc/quaywatch/expected.d/50.toml, line 3 fixes");
}

TEST(FixedPorts, OnlyAFileOfTheSystemFixesAPort)
{
    BaselineEntry mine = ownEntry(openSsh());
    mine.isFixed = true;
    const Baseline baseline({mine, ownEntry(dropbear())});

    EXPECT_EQ(kindOf(baseline, dropbear()), Kind::Expected);
    EXPECT_THAT(overruledEntries(baseline), IsEmpty());
}

TEST(FixedPorts, OtherFilesOfTheSystemAddToAFixedPort)
{
    const Baseline baseline({systemEntry(openSsh(), true), systemEntry(dropbear(), false)});

    EXPECT_EQ(kindOf(baseline, dropbear()), Kind::Expected);
}

TEST(FixedPorts, AnEntryForARangeKeepsItsEffectOnTheOtherPorts)
{
    BaselineEntry range = ownEntry(dropbear());
    range.ports = {20, 25};
    const Baseline baseline({systemEntry(openSsh(), true), range});

    EXPECT_EQ(kindOf(baseline, tcpListener(23).ownedBy(process("dropbear"))), Kind::Expected);
    EXPECT_EQ(kindOf(baseline, dropbear()), Kind::Other);
    EXPECT_FALSE(isWhollyOverruled(overruledEntries(baseline).front()));
}

TEST(FixedPorts, AnotherProtocolIsNotFixed)
{
    BaselineEntry udp = ownEntry(dropbear());
    udp.protocol = Protocol::Udp;

    EXPECT_THAT(overruledEntries(Baseline({systemEntry(openSsh(), true), udp})), IsEmpty());
}

TEST(FixedPorts, TheSameEntryOnceMoreIsNoContradiction)
{
    EXPECT_THAT(overruledEntries(Baseline({systemEntry(openSsh(), true), ownEntry(openSsh())})),
                IsEmpty());
}

TEST(FixedPorts, ItsNoteAndWhetherItIsRequiredAreTheUsersOwn)
{
    BaselineEntry mine = ownEntry(openSsh());
    mine.note = "my way in";
    mine.isRequired = true;

    EXPECT_THAT(overruledEntries(Baseline({systemEntry(openSsh(), true), mine})), IsEmpty());
}

TEST(FixedPorts, TheSameEntryMayBeAnyOfThoseThatFixThePort)
{
    const Baseline baseline(
        {systemEntry(openSsh(), true), systemEntry(dropbear(), true), ownEntry(dropbear())});

    EXPECT_THAT(overruledEntries(baseline), IsEmpty());
}

TEST(FixedPorts, AnExpiredFixedEntryStaysExpiredWhateverTheUserWrites)
{
    BaselineEntry over = systemEntry(openSsh(), true);
    over.until = in2026(1, 1);

    EXPECT_EQ(kindOf(Baseline({over, ownEntry(openSsh())}), openSsh()), Kind::Over);
}

TEST(FixedPorts, WhatHasNoEffectIsNotRequired)
{
    BaselineEntry required = ownEntry(dropbear());
    required.isRequired = true;
    const Baseline baseline({systemEntry(openSsh(), true), required});

    const Drift drift = driftOf(snapshotOf({openSsh()}), baseline, {});

    EXPECT_TRUE(drift.isNone());
    EXPECT_THAT(drift.overruled, SizeIs(1));
}

TEST(FixedPorts, ARpcServiceIsFixedByItsProgram)
{
    SocketRecord mountd = tcpListener(40000).ownedBy(process("rpc.mountd", 9, 0, "root"));
    mountd.rpc = RpcName{100005};
    BaselineEntry other = ownEntry(tcpListener(40000).ownedBy(process("dropbear")));
    BaselineEntry fixed = systemEntry(mountd, true);
    ASSERT_TRUE(fixed.rpcProgram);
    SocketRecord impostor = tcpListener(40000).ownedBy(process("dropbear"));
    impostor.rpc = mountd.rpc;

    EXPECT_EQ(kindOf(Baseline({fixed, other}), mountd), Kind::Expected);
    EXPECT_EQ(kindOf(Baseline({fixed, other}), impostor), Kind::Other);
}

SocketRecord listenerOfMountd(Port port)
{
    SocketRecord mountd = tcpListener(port).ownedBy(process("rpc.mountd", 9, 0, "root"));
    mountd.rpc = RpcName{100005};
    return mountd;
}
/// An entry for whatever is on the port, instead of for an RPC service.
BaselineEntry byPort(BaselineEntry entry)
{
    entry.rpcProgram.reset();
    return entry;
}

TEST(FixedPorts, AnEntryForThePortOfAFixedRpcServiceHasNoEffectWhereTheServiceListens)
{
    const BaselineEntry mine = ownEntry(tcpListener(40000).ownedBy(process("dropbear")));
    const Baseline baseline({systemEntry(listenerOfMountd(40000), true), mine});

    const Drift there = driftOf(snapshotOf({listenerOfMountd(40000)}), baseline, {});
    const Drift elsewhere = driftOf(snapshotOf({listenerOfMountd(40001)}), baseline, {});

    ASSERT_THAT(there.overruled, SizeIs(1));
    EXPECT_EQ(overruledText(there.overruled[0], "expected.toml"),
              "expected.toml, line 7 has no effect on tcp port 40000 (rpc:mountd), which "
              "/etc/quaywatch/expected.d/50.toml, line 3 fixes");
    EXPECT_FALSE(isWhollyOverruled(there.overruled[0]));
    EXPECT_THAT(elsewhere.overruled, IsEmpty());
}

TEST(FixedPorts, AnEntryForAnRpcServiceHasNoEffectOnAFixedPort)
{
    const BaselineEntry mine = ownEntry(listenerOfMountd(40000));
    ASSERT_TRUE(mine.rpcProgram);
    const BaselineEntry fixed = systemEntry(tcpListener(40000).ownedBy(process("nginx")), true);
    const Baseline baseline({fixed, mine});
    const Snapshot snapshot = snapshotOf({listenerOfMountd(40000)});

    EXPECT_EQ(kindOf(baseline, listenerOfMountd(40000)), Kind::Other);
    const auto overruled = overruledAtListeners(baseline, snapshot);
    ASSERT_THAT(overruled, SizeIs(1));
    EXPECT_EQ(overruledText(overruled[0], "expected.toml"),
              "expected.toml, line 7 has no effect on tcp port 40000, which "
              "/etc/quaywatch/expected.d/50.toml, line 3 fixes");
    const auto remarks = overruledRemarks(baseline, snapshot);
    ASSERT_TRUE(remarks);
    EXPECT_TRUE(remarks->front().ports.contains(40000));
}

TEST(FixedPorts, ARequiredEntryForAnRpcServiceStaysRequiredElsewhere)
{
    BaselineEntry mine = ownEntry(listenerOfMountd(40000));
    mine.isRequired = true;
    const BaselineEntry fixed = systemEntry(tcpListener(40000).ownedBy(process("nginx")), true);

    const Drift drift = driftOf(snapshotOf({tcpListener(40000).ownedBy(process("nginx"))}),
                                Baseline({fixed, mine}), {});

    EXPECT_EQ(drift.missing.size() + drift.notCompared.size(), 1U);
    EXPECT_THAT(drift.overruled, IsEmpty());
}

TEST(FixedPorts, AnEntryForAnRpcServiceThatExpectsWhatThePortsEntryExpectsIsNoContradiction)
{
    const Snapshot snapshot = snapshotOf({listenerOfMountd(40000)});

    EXPECT_THAT(overruledAtListeners(Baseline({byPort(systemEntry(listenerOfMountd(40000), true)),
                                               ownEntry(listenerOfMountd(40000))}),
                                     snapshot),
                IsEmpty());
}

TEST(FixedPorts, RefusesToAddAnEntryForTheFixedPortOfAnRpcService)
{
    const BaselineEntry fixed = systemEntry(tcpListener(40000).ownedBy(process("nginx")), true);
    const auto system = std::make_shared<const Baseline>(std::vector{fixed});
    const Snapshot snapshot = snapshotOf({listenerOfMountd(40000)});

    EXPECT_FALSE(checkNotFixed(system, {ownEntry(listenerOfMountd(40000))}, &snapshot));
    EXPECT_TRUE(checkNotFixed(system, {ownEntry(listenerOfMountd(40001))}, nullptr));
}

TEST(FixedPorts, RefusesToAddAnEntryForOne)
{
    const auto system = std::make_shared<const Baseline>(std::vector{systemEntry(openSsh(), true)});

    const Result<void> refused = checkNotFixed(system, {ownEntry(dropbear())});

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::PermissionDenied);
    EXPECT_EQ(refused.error().context,
              "tcp port 22 is fixed by /etc/quaywatch/expected.d/50.toml, line 3: entries of users "
              "have no effect on it");
    EXPECT_TRUE(checkNotFixed(nullptr, {ownEntry(dropbear())}));
    EXPECT_TRUE(checkNotFixed(system, {ownEntry(tcpListener(23).ownedBy(process("nc")))}));
}

TEST(FixedPorts, TheKeyIsReadAndWritten)
{
    BaselineEntry entry = ownEntry(openSsh());
    entry.isFixed = true;
    const std::string text = "schema = 1\n" + entryText(entry).value();

    EXPECT_THAT(text, HasSubstr("\nfixed = true\n"));
    EXPECT_TRUE(parseBaseline(text)->entries().front().isFixed);
    const auto broken = parseBaseline("schema = 1\n[[expect]]\nfixed = \"yes\"\n");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().text, "fixed must be true or false, without quotes");
}

}  // namespace
}  // namespace quaywatch::test
