// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitor/monitor.h"

#include "core/baseline/baseline_text.h"
#include "tests/support/sockets/fake_socket_source.h"
#include "tests/support/sockets/snapshot_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::FakeSocketSource;
using test::process;
using test::snapshotOf;
using test::tcpListener;

/// A machine with nc on 931, and on 932 from the second poll on.
class MonitorTest : public testing::Test {
protected:
    [[nodiscard]] SystemAccess access() const
    {
        const SocketRecord first = tcpListener(931).ownedBy(process("nc"));
        const SocketRecord second = tcpListener(932).ownedBy(process("nc"));
        SystemAccess access;
        access.openSource = [=]() -> Result<std::unique_ptr<SocketSource>> {
            return std::make_unique<FakeSocketSource>(
                std::vector<Result<Snapshot>>{snapshotOf({first}), snapshotOf({first, second})});
        };
        access.askRpcbind = [](RpcWay) { return Result<std::vector<RpcService>>(); };
        return access;
    }
    void writeBaseline(const std::string& text) const
    {
        std::ofstream(folder.path("expected.toml")) << text;
    }

    test::TempDir folder;
};

TEST_F(MonitorTest, ReportsTheSnapshotAndItsAlerts)
{
    Monitor monitor(access(), BaselineReloader());
    EXPECT_EQ(monitor.current(), nullptr);
    ASSERT_TRUE(monitor.poll());

    const Result<MonitorUpdate> poll = monitor.poll();

    ASSERT_TRUE(poll);
    EXPECT_EQ(poll->update.after->sockets.size(), 2U);
    EXPECT_EQ(monitor.current(), poll->update.after);
    ASSERT_EQ(poll->alerts.size(), 1U);
    EXPECT_EQ(poll->alerts[0].socket->key.localPort, 932);
}

TEST_F(MonitorTest, OpensTheSourceAgainAfterAFailure)
{
    int opened = 0;
    SystemAccess failing = access();
    failing.openSource = [&opened, open = failing.openSource]() {
        return ++opened == 1 ? failure(ErrorCode::PermissionDenied, "open the tables") : open();
    };
    Monitor monitor(failing, BaselineReloader());

    const auto first = monitor.poll();
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, ErrorCode::PermissionDenied);
    EXPECT_TRUE(monitor.poll());
    EXPECT_EQ(opened, 2);
}

TEST_F(MonitorTest, ReportsThatClosesAreMissedIfTheirSourceFails)
{
    SystemAccess withoutCloses = access();
    withoutCloses.openCloseEvents = []() -> Result<std::unique_ptr<CloseEventSource>> {
        return failure(ErrorCode::Unsupported, "ask the kernel");
    };
    Monitor monitor(withoutCloses, BaselineReloader());

    const auto poll = monitor.poll();

    ASSERT_TRUE(poll);
    ASSERT_EQ(poll->update.after->gaps.size(), 1U);
    EXPECT_EQ(poll->update.after->gaps[0].kind, Gap::Kind::Events);
}

TEST_F(MonitorTest, ReadsTheBaselineAgainWhenItChanges)
{
    Monitor monitor(access(), BaselineReloader(folder.path("expected.toml")));
    const auto before = monitor.poll();
    ASSERT_TRUE(before);
    EXPECT_EQ(before->update.after->sockets[0].assessment.verdict, Verdict::Unexpected);

    writeBaseline(*withEntry(emptyBaselineText(), entryFor(before->update.after->sockets[0])));
    const auto after = monitor.poll();

    ASSERT_TRUE(after);
    EXPECT_EQ(after->update.after->sockets[0].assessment.verdict, Verdict::Expected);
}

TEST_F(MonitorTest, ReportsABrokenBaselineAsAGap)
{
    writeBaseline("[[expect");
    Monitor monitor(access(), BaselineReloader(folder.path("expected.toml")));

    const auto poll = monitor.poll();

    ASSERT_TRUE(poll);
    ASSERT_EQ(poll->update.after->gaps.size(), 1U);
    EXPECT_EQ(poll->update.after->gaps[0].kind, Gap::Kind::Baseline);
}

TEST_F(MonitorTest, AlertsAboutWhatTheFilterMatches)
{
    Monitor monitor(access(), BaselineReloader());
    monitor.setFilter(*Filter::parse("port:1-100"));
    ASSERT_TRUE(monitor.poll());

    const auto poll = monitor.poll();

    ASSERT_TRUE(poll);
    EXPECT_TRUE(poll->alerts.empty());
}

}  // namespace
}  // namespace quaywatch
