// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/watcher.h"
#include "core/message/message_list.h"

#include "core/assess/assess.h"
#include "core/sockets/classify.h"
#include "core/watch/alert_list.h"
#include "tests/support/watch/poll_sequence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr const char* kRemoteHost = "203.0.113.5";

Program nc(std::uint32_t pid = 700)
{
    return Program("nc").user(1000).pid(pid);
}

std::vector<Alert> repeatsOf(const PollSequence& sequence)
{
    std::vector<Alert> repeats = sequence.alerts();
    std::erase_if(repeats, [](const Alert& alert) { return !alert.isRepeat; });
    return repeats;
}

TEST(Watcher, ReportsTheProcessAndTheReason)
{
    const std::vector<Alert> alerts = PollSequence().poll({}).poll({tcp(nc(), 931)}).alerts();

    ASSERT_THAT(alerts, SizeIs(1));
    EXPECT_EQ(alerts[0].key, "tcp|0.0.0.0|931|/usr/bin/nc|user1000");
    EXPECT_EQ(alerts[0].reason, "listener on an unassigned well-known port");
    ASSERT_NE(alerts[0].socket, nullptr);
    EXPECT_EQ(alerts[0].socket->owners().front()->name, "nc");
    EXPECT_EQ(alerts[0].at, std::chrono::system_clock::time_point(500000h + 2s));
}

TEST(Watcher, CountsTheSocketsOfOneAlert)
{
    const std::vector<Alert> alerts =
        PollSequence().poll({}).poll({tcp(nc(), 931), tcp(nc(), 931, "::")}).alerts();

    ASSERT_THAT(alerts, SizeIs(1));
    EXPECT_EQ(alerts[0].count, 2U);
}

TEST(Watcher, RepeatsARecurringAlertUnderTheSameKey)
{
    const std::vector<Alert> alerts = PollSequence()
                                          .poll({})
                                          .poll({tcp(nc(), 931)})
                                          .poll({})
                                          .poll({tcp(nc(701), 931, "::")})
                                          .alerts();

    ASSERT_THAT(alerts, SizeIs(2));
    EXPECT_TRUE(alerts[1].isRepeat);
    EXPECT_EQ(alerts[1].key, alerts[0].key);
}

TEST(Watcher, RepeatsAnAlertForEachNewPeerWithItsAddress)
{
    const SocketRecord listener = tcp(nc(), 931);
    const SocketRecord peer = from(nc(), 931, kRemoteHost, 50000);
    const SocketRecord same = from(nc(), 931, kRemoteHost, 50001);

    const std::vector<Alert> repeats = repeatsOf(PollSequence()
                                                     .poll({})
                                                     .poll({listener})
                                                     .poll({listener, peer})
                                                     .poll({listener, peer, same}));

    ASSERT_THAT(repeats, SizeIs(1));
    EXPECT_THAT(repeats[0].evidence,
                Contains(Message(MessageId::ConnectionFrom, "203.0.113.5:50000")));
}

TEST(Watcher, ReportsInitialPeersWithTheirListener)
{
    const std::vector<Alert> alerts =
        PollSequence().poll({}).poll({tcp(nc(), 931), from(nc(), 931, kRemoteHost)}).alerts();

    ASSERT_THAT(alerts, SizeIs(1));
    EXPECT_THAT(alerts[0].evidence,
                Contains(Message(MessageId::ConnectionFrom, "203.0.113.5:51000")));
}

TEST(Watcher, NamesASingleAlertThatABurstSuppressed)
{
    Sockets many;
    for (Port port = 925; port < 931; ++port) {
        many.push_back(tcp(nc(), port));
    }

    const std::vector<Alert> alerts = PollSequence().poll({}).poll(many).alerts();

    ASSERT_THAT(alerts, SizeIs(1));
    EXPECT_THAT(alerts[0].reason.english(), EndsWith(" and 1 more"));
}

TEST(Watcher, NamesAndCountsAlertsThatABurstSuppressed)
{
    Sockets many;
    for (Port port = 925; port < 945; ++port) {
        many.push_back(tcp(nc(), port));
    }

    const std::vector<Alert> alerts = PollSequence().poll({}).poll(many).alerts();

    ASSERT_THAT(alerts, SizeIs(1));
    EXPECT_EQ(alerts[0].count, 20U);
    EXPECT_FALSE(alerts[0].key);
    EXPECT_EQ(alerts[0].socket, nullptr);
    EXPECT_THAT(alerts[0].reason.english(),
                StartsWith("20 unexpected listeners: 925/tcp, 926/tcp, "));
    EXPECT_THAT(alerts[0].reason.english(), EndsWith(" and 15 more"));
    ASSERT_THAT(alerts[0].ports, SizeIs(20));
    EXPECT_EQ(alerts[0].ports.front(), 925);
    EXPECT_GE(alerts[0].evidence.size(), 20U);
}

TEST(Watcher, ReportsTheRestOfABurstWhenItHasEnded)
{
    PollSequence sequence;
    sequence.poll({});
    Sockets sockets;
    for (Port poll = 0; poll < 20; ++poll) {
        sockets.push_back(tcp(nc(), static_cast<Port>(925 + poll)));
        sequence.poll(sockets);
    }
    sequence.repeat(3, 1min);

    const std::vector<Alert> repeats = repeatsOf(sequence);

    ASSERT_THAT(repeats, SizeIs(1));
    EXPECT_EQ(repeats[0].rule, WatchRule::AlertBurst);
    EXPECT_EQ(repeats[0].count, 14U);  // 5 were reported, 1 started the burst
}

TEST(Watcher, ReportsWhatABurstHeldBackWhenTheWatchEnds)
{
    std::vector<Result<Snapshot>> polls{snapshotOf({})};
    std::vector<SocketRecord> sockets;
    for (Port port = 931; port < 939; ++port) {
        sockets.push_back(tcp(nc(), port));
        polls.emplace_back(snapshotOf(sockets));
    }
    Watcher watcher;
    const std::size_t count = polls.size();
    Sampler sampler(std::make_unique<FakeSocketSource>(std::move(polls)),
                    [](RpcWay) { return Result<std::vector<RpcService>>(); });
    for (std::size_t poll = 0; poll < count; ++poll) {
        (void)watcher.observe(sampler.sample().value());
    }
    const std::chrono::system_clock::time_point end{99s};

    const std::vector<Alert> rest = watcher.finish(end);

    ASSERT_THAT(rest, SizeIs(1));
    EXPECT_EQ(rest[0].count, 2U);  // 5 were reported, 1 started the burst
    EXPECT_EQ(rest[0].reason, "2 unexpected listeners: 937/tcp, 938/tcp");
    EXPECT_EQ(rest[0].at, end);
    EXPECT_THAT(watcher.finish(end), IsEmpty());
}

TEST(Watcher, AlertsOnlyAboutMatchingSockets)
{
    Watcher watcher;
    watcher.setFilter(Filter::parse("port:932").value());
    Sampler sampler(std::make_unique<FakeSocketSource>(std::vector<Result<Snapshot>>{
                        snapshotOf({}), snapshotOf({tcp(nc(), 931), tcp(nc(), 932)})}),
                    [](RpcWay) { return Result<std::vector<RpcService>>(); });
    EXPECT_THAT(watcher.observe(sampler.sample().value()), IsEmpty());

    const std::vector<Alert> alerts = watcher.observe(sampler.sample().value());

    ASSERT_THAT(alerts, SizeIs(1));
    EXPECT_EQ(alerts[0].socket->key.localPort, 932);
}

TEST(Watcher, ReportsTheFindingsOfARuleWhenItIsEnabled)
{
    WatchRules rules;
    rules.setOn(WatchRule::UnassignedListener, false);
    Watcher watcher(rules);
    Sampler sampler(std::make_unique<FakeSocketSource>(
                        std::vector<Result<Snapshot>>{snapshotOf({tcp(Program("nc"), 931)})}),
                    [](RpcWay) { return Result<std::vector<RpcService>>(); });
    EXPECT_THAT(watcher.observe(sampler.sample().value()), IsEmpty());

    watcher.setRules({});

    EXPECT_THAT(watcher.observe(sampler.sample().value()), SizeIs(1));
}

TEST(Watcher, NeverDisablesTheSummaryRule)
{
    WatchRules rules;

    rules.setOn(WatchRule::AlertBurst, false);

    EXPECT_TRUE(rules.isOn(WatchRule::AlertBurst));
}

/// A machine that changes all the time: at each poll other programs listen on other ports.
Sockets disorder(unsigned poll)
{
    Sockets sockets;
    for (unsigned i = 0; i < 6; ++i) {
        const unsigned number = poll * 6 + i;
        const Program program =
            Program("p" + std::to_string(number % 5000)).user(1000 + number % 7).pid(number + 2);
        sockets.push_back(tcp(program, static_cast<Port>(1 + number % 40000)));
        sockets.push_back(udp(program, static_cast<Port>(1 + number * 7 % 40000)));
        sockets.push_back(to(program, "203.0.113." + std::to_string(number % 250),
                             static_cast<Port>(1 + number % 1023)));
    }
    return sockets;
}

TEST(Watcher, DoesNotAlertAboutOpenSocketsWhenABaselineIsCreated)
{
    const SocketRecord standing = tcp(Program("node"), 3000);
    const SocketRecord later = tcp(Program("ruby"), 4000);
    Sampler sampler(
        std::make_unique<FakeSocketSource>(std::vector<Result<Snapshot>>{
            snapshotOf({standing}), snapshotOf({standing}), snapshotOf({standing, later})}),
        [](RpcWay) { return Result<std::vector<RpcService>>(); });
    Watcher watcher;
    EXPECT_THAT(watcher.observe(sampler.sample().value()), IsEmpty());

    WatchRules rules;
    rules.hasBaseline = true;
    watcher.setRules(rules);

    EXPECT_THAT(watcher.observe(sampler.sample().value()), IsEmpty());
    const std::vector<Alert> alerts = watcher.observe(sampler.sample().value());
    ASSERT_THAT(alerts, SizeIs(1));
    EXPECT_EQ(alerts[0].socket->key.localPort, 4000);
}

TEST(Watcher, LimitsItsMemory)
{
    constexpr unsigned kPolls = 3000;
    WatchRules rules;
    rules.hasBaseline = true;
    rules.forgetAfter = 5min;
    Watcher watcher(rules);
    AlertList book(200);
    SnapshotUpdate update;
    update.before = sharedSnapshotOf({});
    std::size_t maxAfterWarmUp = 0;
    std::size_t maxAtTheEnd = 0;
    for (unsigned poll = 0; poll < kPolls; ++poll) {
        Snapshot snapshot = snapshotOf(disorder(poll));
        snapshot.takenAt = std::chrono::system_clock::time_point(500000h + poll * 1s);
        classify(snapshot);
        assess(snapshot, {});
        update.after = std::make_shared<const Snapshot>(std::move(snapshot));
        update.steps = diff(*update.before, *update.after);
        update.isFirst = poll == 0;
        for (const Alert& alert : watcher.observe(update)) {
            book.add(alert);
        }
        std::size_t& most = poll < kPolls / 2 ? maxAfterWarmUp : maxAtTheEnd;
        most = std::max(most, watcher.memorySize());
        update.before = update.after;
    }

    EXPECT_LE(maxAtTheEnd, maxAfterWarmUp + maxAfterWarmUp / 20);
    EXPECT_LE(maxAtTheEnd, 40000U);
    EXPECT_LE(book.entries().size(), 200U);
}

TEST(Watcher, GivesAnExpectedRpcServiceTimeToRegister)
{
    const SocketRecord rpcbind = tcp(Program("rpcbind").user(0), 111);
    const SocketRecord mountd = tcp(Program("rpc.mountd").user(0), 41932);
    const auto newListeners = [&](bool isRegistered) {
        PollSequence sequence;
        sequence.expectsRpc("mountd", "/usr/bin/rpc.mountd", "root").poll({rpcbind});
        sequence.poll({rpcbind, mountd});
        if (isRegistered) {
            sequence.rpcbindLearns({100005, 3, Protocol::Tcp, 41932, 0U});
        }
        std::vector<std::string> lines = sequence.repeat(3).announced();
        std::erase_if(
            lines, [](const std::string& line) { return line.find("41932") == std::string::npos; });
        return lines;
    };

    EXPECT_THAT(newListeners(true), IsEmpty());
    EXPECT_THAT(newListeners(false), SizeIs(1));
}

}  // namespace
}  // namespace quaywatch::test
