// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/rpc_entry.h"

#include "core/assess/apply_baseline.h"
#include "core/assess/assess.h"
#include "core/baseline/baseline_draft.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/drift.h"
#include "core/baseline/parse_baseline.h"
#include "core/sockets/classify.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr PortRange kFreePorts{32768, 60999};
constexpr std::uint32_t kMountdProgram = 100005;
constexpr std::uint32_t kNfsProgram = 100003;

constexpr const char* kExpectsMountd = R"(schema = 1
[[expect]]
rpc = "mountd"
protocol = "tcp"
address = "any"
program = "/usr/bin/rpc.mountd"
user = "root"
)";

SocketRecord rootTcp(Port port, const std::string& program)
{
    return tcpListener(port).ownedBy(process(program, 7, 0, "root"));
}

/// As the sampler makes it, with an rpcbind that has these registrations.
Snapshot snapshotWith(std::vector<SocketRecord> rows, const std::vector<RpcService>& services,
                      RpcKnowledge knowledge = RpcKnowledge::Settled)
{
    Snapshot snapshot = snapshotOf(std::move(rows));
    snapshot.rpcKnowledge = knowledge;
    classify(snapshot);
    assess(snapshot, services);
    return snapshot;
}

RpcService mountdAt(Port port)
{
    return {kMountdProgram, 3, Protocol::Tcp, port, 0U};
}

Baseline rpcBaselineOf(const std::string& text)
{
    auto baseline = parseBaseline(text);
    EXPECT_TRUE(baseline) << baseline.error().text.english();
    return baseline.value_or(Baseline());
}

std::string rpcErrorIn(const std::string& entry)
{
    const auto baseline = parseBaseline(
        "schema = 1\n[[expect]]\nprotocol = \"tcp\"\n"
        "address = \"any\"\n" +
        entry);
    return baseline ? "" : baseline.error().text.english();
}

TEST(RpcEntry, ExpectsTheServiceOnWhateverPortItHas)
{
    const Baseline baseline = rpcBaselineOf(kExpectsMountd);

    for (const Port port : std::vector<Port>{656, 20048, 44321}) {
        const Snapshot snapshot = snapshotWith({rootTcp(port, "rpc.mountd")}, {mountdAt(port)});
        EXPECT_TRUE(driftOf(snapshot, baseline, {kFreePorts}).isNone()) << port;
    }
}

TEST(RpcEntry, NeedsProgramAndUserToMatchAsWell)
{
    const Baseline baseline = rpcBaselineOf(kExpectsMountd);

    EXPECT_FALSE(
        driftOf(snapshotWith({rootTcp(44321, "evil")}, {mountdAt(44321)}), baseline, {kFreePorts})
            .isNone());
    const SocketRecord statds = tcpListener(44321).ownedBy(process("rpc.mountd", 7, 105, "statd"));
    EXPECT_FALSE(
        driftOf(snapshotWith({statds}, {mountdAt(44321)}), baseline, {kFreePorts}).isNone());
}

TEST(RpcEntry, DoesNotExpectAnotherPortOfTheProgram)
{
    const Baseline baseline = rpcBaselineOf(kExpectsMountd);
    const Snapshot snapshot = snapshotWith(
        {rootTcp(44321, "rpc.mountd"), rootTcp(8080, "rpc.mountd")}, {mountdAt(44321)});

    const Drift drift = driftOf(snapshot, baseline, {kFreePorts});

    ASSERT_EQ(drift.unexpected.size(), 1U);
    EXPECT_EQ(drift.unexpected[0].socket->key.localPort, 8080);
}

TEST(RpcEntry, IsNotTakenFromARegistrationOfAUser)
{
    RpcService ofUser = mountdAt(44321);
    ofUser.registrantUid = 1000;
    const Snapshot snapshot = snapshotWith({rootTcp(44321, "rpc.mountd")}, {ofUser});

    EXPECT_FALSE(driftOf(snapshot, rpcBaselineOf(kExpectsMountd), {kFreePorts}).isNone());
}

TEST(RpcEntry, DecidesNothingWhileRpcbindIsSilent)
{
    const Baseline baseline = rpcBaselineOf(std::string(kExpectsMountd) + "required = true\n");
    const Snapshot snapshot = snapshotWith({rootTcp(8080, "other"), rootTcp(44321, "rpc.mountd")},
                                           {}, RpcKnowledge::None);

    const Drift drift = driftOf(snapshot, baseline, {kFreePorts});

    EXPECT_TRUE(drift.missing.empty());
    ASSERT_EQ(drift.notCompared.size(), 1U);
    ASSERT_EQ(drift.undecided.size(), 1U);
    EXPECT_EQ(reasonText(drift.undecided[0]),
              "line 2 expects it if it is the RPC service mountd, which rpcbind has not said");
    ASSERT_EQ(drift.unexpected.size(), 1U) << "no entry speaks of it, whatever rpcbind says";
    EXPECT_EQ(drift.unexpected[0].socket->key.localPort, 8080);
}

TEST(RpcEntry, IsMissingIfRpcbindAnsweredAndHasNoSuchService)
{
    const Baseline baseline = rpcBaselineOf(std::string(kExpectsMountd) + "required = true\n");

    const Drift drift = driftOf(snapshotWith({}, {}), baseline, {kFreePorts});

    ASSERT_EQ(drift.missing.size(), 1U);
    EXPECT_EQ(entryName(*drift.missing[0]), "tcp rpc:mountd /usr/bin/rpc.mountd root");
}

TEST(RpcEntry, IsReportedAsAGapWhileRpcbindIsSilent)
{
    const Baseline baseline = rpcBaselineOf(kExpectsMountd);
    Snapshot silent = snapshotWith({}, {}, RpcKnowledge::None);
    reportRpcEntries(silent, baseline);
    ASSERT_EQ(silent.gaps.size(), 1U);
    EXPECT_EQ(silent.gaps[0].kind, Gap::Kind::Rpc);
    EXPECT_EQ(silent.gaps[0].count, 1U);

    Snapshot answered = snapshotWith({}, {});
    reportRpcEntries(answered, baseline);
    EXPECT_TRUE(answered.gaps.empty());
    Snapshot without = snapshotWith({}, {}, RpcKnowledge::None);
    reportRpcEntries(without, Baseline());
    EXPECT_TRUE(without.gaps.empty());
}

TEST(RpcEntry, MayExpectANewListenerThatHasNotRegisteredYet)
{
    const Baseline baseline = rpcBaselineOf(kExpectsMountd);
    const auto mayBe = [&baseline](RpcKnowledge knowledge, bool isNew) {
        Snapshot snapshot = snapshotWith({rootTcp(44321, "rpc.mountd")}, {}, knowledge);
        snapshot.takenAt += std::chrono::seconds(isNew ? 0 : 1);
        applyBaseline(snapshot, baseline);
        return snapshot.sockets[0].mayBeExpectedRpc;
    };

    EXPECT_TRUE(mayBe(RpcKnowledge::Early, true));
    EXPECT_FALSE(mayBe(RpcKnowledge::Early, false));
    EXPECT_FALSE(mayBe(RpcKnowledge::Settled, true));
    EXPECT_TRUE(mayBe(RpcKnowledge::None, false));
}

TEST(RpcEntry, IsWrittenForAPortThatIsNotTheServicesOwn)
{
    const RpcService nfs{kNfsProgram, 4, Protocol::Tcp, 2049, 0U};
    const RpcService portmapper{100000, 4, Protocol::Tcp, 111, 0U};
    const Snapshot snapshot =
        snapshotWith({rootTcp(111, "rpcbind"), rootTcp(656, "rpc.mountd"), rootTcp(2049, "nfsd")},
                     {nfs, portmapper, mountdAt(656)});

    const std::string text = draftBaseline(snapshot, kFreePorts).text;

    EXPECT_THAT(text, HasSubstr("\nrpc = \"mountd\"\n"));
    EXPECT_THAT(text, HasSubstr("port = 111"));
    EXPECT_THAT(text, HasSubstr("port = 2049"));
    EXPECT_THAT(text, Not(HasSubstr("port = 656")));
    EXPECT_THAT(text, Not(HasSubstr("spmp"))) << "the name of a port that it has by chance";
    EXPECT_TRUE(driftOf(snapshot, rpcBaselineOf(text), {kFreePorts}).isNone());
}

TEST(RpcEntry, IsDraftedForUdpServicesToo)
{
    const SocketRecord mountd = udpBound(40000).ownedBy(process("rpc.mountd", 7, 0, "root"));
    const Snapshot snapshot =
        snapshotWith({mountd}, {RpcService{kMountdProgram, 3, Protocol::Udp, 40000, 0U}});

    EXPECT_EQ(draftBaseline(snapshot, kFreePorts).entryCount, 1U);
}

TEST(RpcEntry, KeepsItsMeaningThroughTheFile)
{
    for (const std::uint32_t program : {kMountdProgram, 536870919U}) {
        BaselineEntry entry = entryFor(rootTcp(44321, "rpc.mountd"));
        entry.rpcProgram = program;
        const auto text = withEntry(emptyBaselineText(), entry);
        ASSERT_TRUE(text) << text.error().text.english();
        const Baseline baseline = rpcBaselineOf(*text);
        ASSERT_EQ(baseline.entries().size(), 1U);
        EXPECT_TRUE(baseline.entries()[0].means(entry)) << *text;
    }
}

TEST(RpcEntry, IsCheckedWhenItIsRead)
{
    const std::string known = "program = \"/usr/bin/rpc.mountd\"\nuser = \"root\"\n";
    EXPECT_EQ(rpcErrorIn(known + "rpc = 100005\n"), "");
    EXPECT_THAT(rpcErrorIn(known + "rpc = \"nomountd\"\n"), HasSubstr("name of an RPC program"));
    EXPECT_THAT(rpcErrorIn(known + "rpc = 0\n"), HasSubstr("name of an RPC program"));
    EXPECT_THAT(rpcErrorIn(known + "rpc = true\n"), HasSubstr("name of an RPC program"));
    EXPECT_THAT(rpcErrorIn(known + "rpc = \"mountd\"\nport = 656\n"),
                HasSubstr("either port or rpc"));
    EXPECT_THAT(rpcErrorIn(known), HasSubstr("has no port"));
    EXPECT_THAT(rpcErrorIn("program = \"any\"\nuser = \"any\"\nrpc = \"mountd\"\n"),
                HasSubstr("must name a program or a user"));
    EXPECT_THAT(rpcErrorIn("program = \"any\"\nrpc = \"mountd\"\n"), HasSubstr("has no user"));
}

}  // namespace
}  // namespace quaywatch::test
