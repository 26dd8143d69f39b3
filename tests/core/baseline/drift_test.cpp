// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/drift.h"

#include "core/assess/assess.h"
#include "core/baseline/baseline_draft.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/parse_baseline.h"
#include "core/sockets/classify.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr PortRange kEphemeral{32768, 60999};

SocketRecord node(Port port = 8080)
{
    return tcpListener(port).ownedBy(process("node"));
}

Snapshot assessed(std::vector<SocketRecord> sockets)
{
    Snapshot snapshot = snapshotOf(std::move(sockets));
    classify(snapshot);
    assess(snapshot, {});
    return snapshot;
}

TEST(Drift, IsEmptyWhenEverythingIsExpected)
{
    const Snapshot snapshot = assessed({node()});

    const Drift drift = driftOf(snapshot, Baseline({entryFor(node())}), {kEphemeral});

    EXPECT_TRUE(drift.isNone());
    EXPECT_EQ(drift.expected.size(), 1U);
}

TEST(Drift, ListsUnexpectedListeners)
{
    const Snapshot snapshot = assessed({node(), node(9090)});

    const Drift drift = driftOf(snapshot, Baseline({entryFor(node())}), {kEphemeral});

    ASSERT_EQ(drift.unexpected.size(), 1U);
    EXPECT_EQ(drift.unexpected[0].socket->key.localPort, 9090);
    EXPECT_EQ(reasonText(drift.unexpected[0]), "no entry for tcp port 9090");
}

TEST(Drift, CountsSocketsOfOneIdentityAsOne)
{
    const Snapshot snapshot = assessed({tcpListener(9090).ownedBy(process("node")).id(1),
                                        tcpListener(9090).ownedBy(process("node")).id(2)});

    const Drift drift = driftOf(snapshot, Baseline(), {kEphemeral});

    ASSERT_EQ(drift.unexpected.size(), 1U);
    EXPECT_EQ(drift.unexpected[0].count, 2U);
}

TEST(Drift, CountsExpectedListenersWhoseUserIsThatOfTheCreator)
{
    const SocketRecord hidden = tcpListener(53).uid(0, "root");
    const Snapshot snapshot = assessed({hidden, node()});

    const Baseline baseline({entryFor(hidden), entryFor(node())});

    const Drift drift = driftOf(snapshot, baseline, {kEphemeral});

    EXPECT_TRUE(drift.isNone());
    EXPECT_EQ(drift.byCreatorCount, 1U);
    EXPECT_THAT(reasonText(drift.expected[0]).english(), HasSubstr("its process is hidden"));
}

TEST(Drift, IgnoresConnections)
{
    const Snapshot snapshot = assessed({tcpConnection("10.0.0.1", 50000, "10.0.0.2", 443)});

    EXPECT_TRUE(driftOf(snapshot, Baseline(), {kEphemeral}).isNone());
}

TEST(Drift, ReportsOnlyRequiredListenersAsMissing)
{
    BaselineEntry required = entryFor(node());
    required.isRequired = true;
    const Snapshot snapshot = assessed({});
    const Baseline baseline({entryFor(node(9090)), required});

    const Drift drift = driftOf(snapshot, baseline, {kEphemeral});

    EXPECT_EQ(drift.missing, std::vector<const BaselineEntry*>{&baseline.entries()[1]});
}

TEST(Drift, NamesTheAddressOfAnEntryThatDoesNotAcceptAny)
{
    BaselineEntry entry;
    entry.ports = {8950, 8950};
    entry.isAnyProgram = true;
    entry.user.text = "root";
    EXPECT_EQ(entryName(entry), "tcp 8950 any program root at loopback");

    entry.address = {ExpectedAddress::Scope::Network, *IpNetwork::parse("127.0.0.2")};
    EXPECT_EQ(entryName(entry), "tcp 8950 any program root at 127.0.0.2");

    entry.address.scope = ExpectedAddress::Scope::Any;
    EXPECT_EQ(entryName(entry), "tcp 8950 any program root");
}

TEST(Drift, IgnoresExpiredRequiredEntries)
{
    BaselineEntry required = entryFor(node());
    required.isRequired = true;
    required.until = Baseline::Time{};

    EXPECT_TRUE(driftOf(assessed({}), Baseline({required}), {kEphemeral}).isNone());
}

TEST(Drift, ReportsAListenerTakenOverByAnotherProgramAsMissing)
{
    BaselineEntry required = entryFor(node());
    required.isRequired = true;
    const Snapshot snapshot = assessed({tcpListener(8080).ownedBy(process("evil"))});
    const Baseline baseline({required});

    const Drift drift = driftOf(snapshot, baseline, {kEphemeral});

    EXPECT_EQ(drift.missing.size(), 1U);
    ASSERT_EQ(drift.unexpected.size(), 1U);
    EXPECT_THAT(reasonText(drift.unexpected[0]).english(), HasSubstr("not /usr/bin/node"));
}

TEST(Drift, OmitsUdpClientsUnlessAnEntryCoversTheirPort)
{
    const SocketRecord client = udpBound(40000).ownedBy(process("dig"));
    const Snapshot snapshot = assessed({client});
    BaselineEntry other = entryFor(udpBound(40000).ownedBy(process("node")));

    const Drift passing = driftOf(snapshot, Baseline(), {kEphemeral});
    const Drift asked = driftOf(snapshot, Baseline(), {kEphemeral, true});

    EXPECT_TRUE(passing.isNone());
    EXPECT_EQ(passing.passingCount, 1U);
    EXPECT_FALSE(asked.isNone());
    EXPECT_FALSE(driftOf(snapshot, Baseline({other}), {kEphemeral}).isNone());
}

TEST(BaselineDraft, MatchesTheMachine)
{
    const Snapshot snapshot = assessed(
        {tcpListener(22).ownedBy(process("sshd", 1, 0, "root")).serviceContext("ssh.service").id(1),
         tcpListener(22, "::")
             .ownedBy(process("sshd", 1, 0, "root"))
             .serviceContext("ssh.service")
             .id(2),
         tcpListener(931, "127.0.0.1").ownedBy({process("nc", 7), process("cat", 8)}),
         tcpListener(53, "192.168.1.5").uid(0, "root"), udpBound(40000).ownedBy(process("dig")),
         tcpListener(80)
             .ownedBy(process("a\"b\n[[expect]]\n"))
             .serviceContext(std::nullopt, "docker:01")});

    const BaselineDraft draft = draftBaseline(snapshot, kEphemeral);

    const auto baseline = parseBaseline(draft.text);
    ASSERT_TRUE(baseline) << baseline.error().text << "\n" << draft.text;
    EXPECT_TRUE(driftOf(snapshot, *baseline, {kEphemeral}).isNone()) << draft.text;
    EXPECT_EQ(draft.entryCount, 4U);  // The two addresses of sshd are one entry.
    EXPECT_EQ(draft.passingCount, 1U);
    EXPECT_THAT(draft.text, HasSubstr("# Left out, as a client's: 1 UDP socket on a port of the "
                                      "kernel's ephemeral range"));
    EXPECT_EQ(draft.unexpectedCount, 1U);
    EXPECT_EQ(draft.hiddenCount, 1U);
}

TEST(BaselineDraft, NotesWhatIsUnusualAboutAnEntry)
{
    const BaselineDraft draft =
        draftBaseline(assessed({tcpListener(931).ownedBy(process("nc")).id(1),
                                tcpListener(22).uid(0, "root").id(2)}),
                      kEphemeral);

    EXPECT_THAT(draft.text, HasSubstr("port = 22  # ssh\n"));
    EXPECT_THAT(draft.text, HasSubstr("port = 931  # unexpected: listener on an unassigned"));
    EXPECT_THAT(draft.text, HasSubstr("program = \"\"  # hidden from this user"));
    EXPECT_THAT(draft.text, HasSubstr("user = \"root\"  # made the socket; its process is hidden"));
}

TEST(BaselineDraft, OmitsUnwritableEntriesAndSaysSo)
{
    const BaselineDraft draft =
        draftBaseline(assessed({tcpListener(8080).ownedBy(process("\xFF\xFE"))}), kEphemeral);

    EXPECT_EQ(draft.unwritableCount, 1U);
    EXPECT_THAT(draft.text, HasSubstr("# Left out, tcp port 8080"));
    EXPECT_TRUE(parseBaseline(draft.text));
}

TEST(BaselineDraft, LeavesOutEntriesThatWouldNeverFit)
{
    auto foreign = std::make_shared<ProcessInfo>(*process("nc"));
    foreign->isExeForeign = true;
    auto nameless = std::make_shared<ProcessInfo>(*process("long"));
    nameless->exe.reset();
    nameless->isExePathTooLong = true;

    const BaselineDraft draft =
        draftBaseline(assessed({tcpListener(8801).ownedBy(foreign).id(1),
                                tcpListener(8802).ownedBy(nameless).id(2),
                                tcpListener(22).ownedBy(process("sshd")).id(3)}),
                      kEphemeral);

    EXPECT_EQ(draft.neverFittingCount, 2U);
    EXPECT_EQ(draft.entryCount, 1U);
    EXPECT_EQ(draft.hiddenCount, 0U);
    const auto baseline = parseBaseline(draft.text);
    ASSERT_TRUE(baseline);
    ASSERT_EQ(baseline->entries().size(), 1U);
    EXPECT_EQ(baseline->entries()[0].ports.first, 22);
    EXPECT_THAT(draft.text, HasSubstr("# port = 8801\n"));
    EXPECT_THAT(draft.text, HasSubstr("program is one that has this path only in its own file"));
}

TEST(BaselineDraft, SeparatesExposedFromLocalListeners)
{
    const BaselineDraft draft =
        draftBaseline(assessed({tcpListener(1, "127.0.0.1").ownedBy(process("a")).id(1),
                                tcpListener(2).ownedBy(process("b")).id(2)}),
                      kEphemeral);

    EXPECT_LT(draft.text.find("/usr/bin/b"), draft.text.find("/usr/bin/a"));
    EXPECT_THAT(draft.text, HasSubstr("# --- Loopback only"));
}

}  // namespace
}  // namespace quaywatch::test
