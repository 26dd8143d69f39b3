// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/alert_marks.h"

#include "app/models/history_model.h"
#include "app/models/listeners/listener_tree_model.h"
#include "app/models/socket_cells.h"
#include "app/models/socket_table_model.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::process;
using test::snapshotOf;
using test::tcpConnection;
using test::tcpListener;
using State = AlertMarks::State;

constexpr std::chrono::system_clock::time_point kAt{480000h};

SocketRecord unexpectedListener(Port port, const std::string& program,
                                const std::string& address = "0.0.0.0")
{
    SocketRecord socket = tcpListener(port, address).ownedBy(process(program)).id(port);
    socket.assessment.verdict = Verdict::Unexpected;
    socket.assessment.severity = Severity::High;
    return socket;
}

AlertEntry entryAbout(const SocketRecord& socket, bool isAcknowledged)
{
    AlertEntry entry;
    entry.id = 1;
    entry.firstSeen = kAt;
    entry.isAcknowledged = isAcknowledged;
    entry.alert.rule = WatchRule::UnassignedListener;
    entry.alert.severity = Severity::High;
    entry.alert.socket = std::make_shared<const SocketRecord>(socket);
    return entry;
}

SnapshotUpdate firstUpdate(std::vector<SocketRecord> sockets)
{
    SnapshotUpdate update;
    update.before = std::make_shared<const Snapshot>();
    update.after = std::make_shared<const Snapshot>(snapshotOf(std::move(sockets)));
    update.steps = diff(*update.before, *update.after);
    update.isFirst = true;
    return update;
}

TEST(AlertMarks, AServiceIsDealtWithWhenAllItsAlertsAre)
{
    const SocketRecord nc = unexpectedListener(931, "nc");

    EXPECT_EQ(AlertMarks().of(nc), State::Unknown);
    EXPECT_EQ(AlertMarks({entryAbout(nc, false)}).of(nc), State::Open);
    EXPECT_EQ(AlertMarks({entryAbout(nc, true)}).of(nc), State::DealtWith);
    EXPECT_EQ(AlertMarks({entryAbout(nc, true), entryAbout(nc, false)}).of(nc), State::Open);
    EXPECT_EQ(AlertMarks({entryAbout(nc, false), entryAbout(nc, true)}).of(nc), State::Open);
}

TEST(AlertMarks, AnotherProgramOnThePortIsNotDealtWith)
{
    const AlertMarks marks({entryAbout(unexpectedListener(931, "nc"), true)});

    EXPECT_EQ(marks.of(unexpectedListener(931, "socat")), State::Unknown);
    EXPECT_EQ(marks.of(unexpectedListener(931, "nc", "127.0.0.1")), State::DealtWith)
        << "the same service on another address";
}

TEST(AlertMarks, ConnectionsFollowThePortThatTheyAreAbout)
{
    const AlertMarks marks({entryAbout(unexpectedListener(931, "nc"), true)});
    SocketRecord inbound = tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000);
    inbound.direction = Direction::Inbound;
    SocketRecord outbound = tcpConnection("10.0.0.1", 50000, "10.0.0.2", 931);
    outbound.direction = Direction::Outbound;

    EXPECT_EQ(marks.of(inbound), State::DealtWith);
    EXPECT_EQ(marks.of(outbound), State::DealtWith);
    outbound.key.remotePort = 932;
    EXPECT_EQ(marks.of(outbound), State::Unknown);
}

TEST(AlertMarks, KnowsThePartsOfACombinedAlert)
{
    AlertEntry sum = entryAbout(unexpectedListener(931, "nc"), true);
    sum.alert.parts = std::make_shared<const std::vector<Alert>>(std::vector<Alert>{sum.alert});
    sum.alert.socket = nullptr;

    EXPECT_EQ(AlertMarks({sum}).of(unexpectedListener(931, "nc")), State::DealtWith);
}

TEST(AlertMarks, ARowThatIsDealtWithIsNotRed)
{
    const SocketRecord nc = unexpectedListener(931, "nc");
    ListenerTreeModel model;
    model.apply(firstUpdate({nc}));
    const auto cell = [&model](Column column, int role) {
        return model.index(0, static_cast<int>(column)).data(role);
    };
    EXPECT_TRUE(cell(Column::LocalPort, SeverityRole).isValid());
    EXPECT_EQ(cell(Column::Verdict, BadgeRole).toInt(), static_cast<int>(Tone::Danger));

    model.setAlertMarks(
        std::make_shared<const AlertMarks>(std::vector<AlertEntry>{entryAbout(nc, true)}));

    EXPECT_FALSE(cell(Column::LocalPort, SeverityRole).isValid());
    EXPECT_EQ(cell(Column::Verdict, BadgeRole).toInt(), static_cast<int>(Tone::Quiet));
    EXPECT_FALSE(cell(Column::Verdict, Qt::DisplayRole).toString().isEmpty());
}

TEST(AlertMarks, AConnectionThatIsDealtWithIsNotRed)
{
    SocketRecord inbound = tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000);
    inbound.direction = Direction::Inbound;
    inbound.assessment.verdict = Verdict::Unexpected;
    SocketTableModel model;
    model.apply(firstUpdate({inbound}));
    EXPECT_TRUE(model.index(0, 0).data(SeverityRole).isValid());

    model.setAlertMarks(std::make_shared<const AlertMarks>(
        std::vector<AlertEntry>{entryAbout(unexpectedListener(931, "nc"), true)}));

    EXPECT_FALSE(model.index(0, 0).data(SeverityRole).isValid());
}

class MarkedHistory : public testing::Test {
protected:
    void show(const std::vector<AlertEntry>& entries,
              std::chrono::system_clock::time_point at = kAt)
    {
        HistoryRow row;
        row.kind = HistoryKind::Alert;
        row.at = at;
        row.severity = Severity::High;
        row.rule = QStringLiteral("unassigned-listener");
        row.subject.protocol = Protocol::Tcp;
        row.subject.port = 931;
        model.setItems({HistoryText::item(row)}, false, at);
        model.setAlertMarks(std::make_shared<const AlertMarks>(entries));
    }
    [[nodiscard]] bool isHighlighted() const
    {
        return model.index(0, 0).data(SeverityRole).isValid();
    }
    [[nodiscard]] Tone badge() const
    {
        return static_cast<Tone>(
            model.index(0, static_cast<int>(HistoryColumn::What)).data(BadgeRole).toInt());
    }

    HistoryModel model;
};

TEST_F(MarkedHistory, HighlightsOnlyWhatIsUnread)
{
    show({entryAbout(unexpectedListener(931, "nc"), false)});
    EXPECT_TRUE(isHighlighted());
    EXPECT_EQ(badge(), Tone::Danger);

    show({entryAbout(unexpectedListener(931, "nc"), true)});
    EXPECT_FALSE(isHighlighted());
    EXPECT_EQ(badge(), Tone::Quiet);
}

TEST_F(MarkedHistory, DoesNotHighlightAlertsOfEarlierRuns)
{
    show({entryAbout(unexpectedListener(931, "nc"), false)}, kAt - 1h);

    EXPECT_FALSE(isHighlighted());
    EXPECT_EQ(badge(), Tone::Danger);
}

TEST(Tones, ASeverityHasOneColor)
{
    Assessment assessment;
    assessment.verdict = Verdict::Unexpected;
    for (const Severity severity : {Severity::Low, Severity::Medium, Severity::High}) {
        assessment.severity = severity;
        EXPECT_EQ(toneOf(assessment), toneOf(severity));
    }
    EXPECT_EQ(toneOf(Severity::High), Tone::Danger);
    EXPECT_EQ(toneOf(Severity::Medium), Tone::Warning);
}

}  // namespace
}  // namespace quaywatch
