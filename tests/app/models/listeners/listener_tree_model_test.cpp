// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/listeners/listener_tree_model.h"

#include "app/models/row_order.h"
#include "tests/support/sockets/socket_history.h"

#include <gtest/gtest.h>
#include <array>
#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <set>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::process;
using test::RandomMachine;
using test::SocketHistory;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

SocketRecord peer(Port port, const std::string& address, Port remotePort)
{
    SocketRecord socket = tcpConnection("10.0.0.1", port, address, remotePort);
    socket.direction = Direction::Inbound;
    return socket;
}

class ListenerTreeModelTest : public testing::Test {
protected:
    void apply(std::vector<SocketRecord> sockets)
    {
        m_model.apply(m_history.next(std::move(sockets)));
    }
    QString text(const QModelIndex& index, Column column) const
    {
        return index.siblingAtColumn(static_cast<int>(column)).data().toString();
    }
    Flash flashOf(const QModelIndex& index) const
    {
        return static_cast<Flash>(index.data(FlashRole).toInt());
    }
    std::vector<int> ports() const
    {
        std::vector<int> all;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            all.push_back(m_model.recordAt(m_model.index(row, 0))->key.localPort);
        }
        return all;
    }
    void passFlashTime()
    {
        m_now += 10s;
        m_model.expireFlashes(m_now);
    }
    void waitForWorker()
    {
        QSignalSpy applied(&m_model, &ListenerTreeModel::applied);
        while (m_model.isBusy()) {
            ASSERT_TRUE(applied.wait());
        }
    }

    FlashClock::TimePoint m_now{};
    ListenerTreeModel m_model{[this] { return m_now; }};
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
    SocketHistory m_history;
};

TEST_F(ListenerTreeModelTest, HasARowForEachListeningPortAndProtocol)
{
    apply({tcpListener(53), udpBound(53), tcpListener(80),
           tcpConnection("10.0.0.1", 40000, "10.0.0.2", 443)});

    EXPECT_EQ(ports(), (std::vector{53, 53, 80}));
    EXPECT_EQ(m_model.totalCount(), 3);
}

TEST_F(ListenerTreeModelTest, MarksTheAlertInEveryCellOfTheRow)
{
    SocketRecord odd = tcpListener(931, "127.0.0.1");
    odd.assessment.verdict = Verdict::Unexpected;
    apply({odd});

    const QModelIndex port = m_model.indexOf(931, Protocol::Tcp);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        EXPECT_TRUE(port.siblingAtColumn(column).data(SeverityRole).isValid()) << column;
    }
}

TEST_F(ListenerTreeModelTest, ExpandsToListenersThenPeers)
{
    apply({peer(80, "10.0.0.9", 1), tcpListener(80, "127.0.0.1"), tcpListener(80, "10.0.0.1")});

    const QModelIndex port = m_model.indexOf(80, Protocol::Tcp);
    ASSERT_EQ(m_model.rowCount(port), 3);
    EXPECT_TRUE(m_model.recordAt(m_model.index(0, 0, port))->isListener());
    EXPECT_TRUE(m_model.recordAt(m_model.index(1, 0, port))->isListener());
    EXPECT_FALSE(m_model.recordAt(m_model.index(2, 0, port))->isListener());
    EXPECT_EQ(text(port, Column::Connections), QStringLiteral("1"));
}

TEST_F(ListenerTreeModelTest, ShowsTheWidestExposureTheWorstVerdictAndEveryOwner)
{
    SocketRecord narrow = tcpListener(931, "127.0.0.1").ownedBy(process("nc", 1));
    narrow.exposure = Exposure::Loopback;
    narrow.assessment = {Verdict::Unexpected, Severity::High, nullptr};
    SocketRecord wide = tcpListener(931, "0.0.0.0").ownedBy(process("socat", 2));
    wide.exposure = Exposure::All;

    apply({narrow, wide});

    const QModelIndex port = m_model.index(0, 0);
    EXPECT_EQ(text(port, Column::Exposure), QStringLiteral("All"));
    EXPECT_EQ(port.data(SeverityRole).toInt(), static_cast<int>(Severity::High));
    EXPECT_EQ(text(port, Column::Process), QStringLiteral("nc +1"));
    EXPECT_EQ(text(port, Column::LocalAddress), QStringLiteral("127.0.0.1 +1"));
    EXPECT_EQ(m_model.recordAt(port)->key, narrow.key);
}

TEST_F(ListenerTreeModelTest, CountsThePeersAboveTheLimit)
{
    std::vector<SocketRecord> sockets{tcpListener(80)};
    for (int i = 0; i < ListenerTreeModel::kMaxGroupPeers + 200; ++i) {
        sockets.push_back(peer(80, "10.0.0.2", static_cast<Port>(1000 + i)));
    }
    apply(sockets);

    const QModelIndex port = m_model.index(0, 0);
    const int last = m_model.rowCount(port) - 1;
    ASSERT_EQ(last, 1 + ListenerTreeModel::kMaxGroupPeers);
    EXPECT_TRUE(
        text(m_model.index(last, 0, port), Column::RemoteAddress).contains(QStringLiteral("200")));
    EXPECT_EQ(m_model.recordAt(m_model.index(last, 0, port)), nullptr);

    sockets.resize(10);
    apply(sockets);

    EXPECT_EQ(m_model.rowCount(port), 10);
}

TEST_F(ListenerTreeModelTest, KeepsAClosedPortForTheFlashTime)
{
    apply({tcpListener(22), tcpListener(80)});
    apply({tcpListener(80)});

    ASSERT_EQ(ports(), (std::vector{22, 80}));
    EXPECT_EQ(flashOf(m_model.index(0, 0)), Flash::Closed);
    EXPECT_EQ(m_model.shownCount(), 1);
    EXPECT_EQ(m_model.totalCount(), 1);

    passFlashTime();

    EXPECT_EQ(ports(), (std::vector{80}));
}

TEST_F(ListenerTreeModelTest, FlashesAPortForItsListenersAndNotForItsPeers)
{
    apply({tcpListener(22), tcpListener(80)});

    apply({tcpListener(22), peer(22, "10.0.0.7", 9), tcpListener(80), tcpListener(80, "10.0.0.1"),
           tcpListener(931)});

    EXPECT_EQ(flashOf(m_model.index(0, 0)), Flash::None);
    EXPECT_EQ(flashOf(m_model.index(1, 0, m_model.index(0, 0))), Flash::New);
    EXPECT_EQ(flashOf(m_model.index(1, 0)), Flash::Changed);
    EXPECT_EQ(flashOf(m_model.index(2, 0)), Flash::New);
    passFlashTime();
    EXPECT_EQ(flashOf(m_model.index(1, 0, m_model.index(0, 0))), Flash::None);
}

TEST_F(ListenerTreeModelTest, KeepsTheSelectionOfAPortAndItsChildren)
{
    const SocketRecord chosen = peer(80, "10.0.0.5", 5);
    apply({tcpListener(80), chosen, peer(80, "10.0.0.7", 7)});
    const QPersistentModelIndex port = m_model.index(0, 0);
    QItemSelectionModel selection(&m_model);
    selection.select(m_model.indexOf(chosen.key),
                     QItemSelectionModel::Select | QItemSelectionModel::Rows);

    apply({tcpListener(22), tcpListener(80), peer(80, "10.0.0.3", 3), chosen});
    m_model.sort(static_cast<int>(Column::LocalPort), Qt::DescendingOrder);

    EXPECT_EQ(m_model.recordAt(port)->key.localPort, 80);
    ASSERT_EQ(selection.selectedRows().size(), 1);
    EXPECT_EQ(m_model.keyAt(selection.selectedRows().front()), chosen.key);
}

TEST_F(ListenerTreeModelTest, ShowsTheMatchingSocketsOfAPort)
{
    apply({tcpListener(22), tcpListener(80), peer(80, "10.0.0.5", 5), peer(80, "10.0.0.6", 6)});

    m_model.setFilter(*Filter::parse("addr:10.0.0.5"));

    ASSERT_EQ(ports(), (std::vector{80}));
    EXPECT_EQ(m_model.rowCount(m_model.index(0, 0)), 1);
    EXPECT_EQ(m_model.shownCount(), 1);
    EXPECT_EQ(m_model.totalCount(), 2);
}

TEST_F(ListenerTreeModelTest, ShowsAUserNameThatBecomesKnownLater)
{
    SocketRecord listener = tcpListener(80).id(1);
    listener.uid = 1000;
    listener.user.reset();
    apply({listener});

    listener.user = std::make_shared<const std::string>("alice");
    apply({listener});

    EXPECT_EQ(text(m_model.index(0, 0), Column::User), QStringLiteral("alice"));
    EXPECT_EQ(flashOf(m_model.index(0, 0)), Flash::None);

    m_model.setFilter(*Filter::parse("user:bob"));
    ASSERT_EQ(m_model.rowCount(), 0);
    listener.user = std::make_shared<const std::string>("bob");
    apply({listener});
    EXPECT_EQ(m_model.rowCount(), 1);
}

TEST_F(ListenerTreeModelTest, AppliesAFilterThatAnUpdateOvertook)
{
    m_model.setInlineLimit(0);
    apply({tcpListener(53).id(1), tcpListener(80).id(2), tcpListener(443).id(3)});
    m_model.setFilter(*Filter::parse("port:80,8080"));

    apply({tcpListener(53).id(1), tcpListener(443).id(3), tcpListener(8080).id(4)});
    waitForWorker();

    passFlashTime();
    EXPECT_EQ(ports(), (std::vector<int>{8080}));
}

TEST_F(ListenerTreeModelTest, SortsPortsByConnections)
{
    apply({tcpListener(22), tcpListener(80), peer(80, "10.0.0.5", 5), tcpListener(443)});

    m_model.sort(static_cast<int>(Column::Connections), Qt::DescendingOrder);

    EXPECT_EQ(ports(), (std::vector{80, 22, 443}));
}

TEST_F(ListenerTreeModelTest, NeverResetsTheModel)
{
    QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
    apply({tcpListener(22)});
    apply({});
    apply({tcpListener(80)});
    m_model.setFilter(*Filter::parse("port:1"));

    EXPECT_EQ(reset.count(), 0);
}

void expectAsBruteForce(const ListenerTreeModel& model, const Filter& filter)
{
    std::map<PortId, std::vector<SocketKey>> wanted;
    std::set<PortId> listening;
    const std::vector<SocketRecord>& sockets = model.snapshot()->sockets;
    for (const SocketRecord& socket : sockets) {
        if (socket.isListener()) {
            listening.insert(portOf(socket.key));
        }
    }
    for (const bool isForListeners : {true, false}) {
        for (const SocketRecord& socket : sockets) {
            if (socket.isListener() == isForListeners && listening.contains(portOf(socket.key)) &&
                filter.matches(socket)) {
                wanted[portOf(socket.key)].push_back(socket.key);
            }
        }
    }
    std::map<PortId, std::vector<SocketKey>> shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex port = model.index(row, 0);
        if (port.data(FlashRole).toInt() == static_cast<int>(Flash::Closed)) {
            EXPECT_EQ(model.rowCount(port), 0);
            continue;
        }
        std::vector<SocketKey>& keys = shown[portOf(model.recordAt(port)->key)];
        for (int child = 0; child < model.rowCount(port); ++child) {
            keys.push_back(*model.keyAt(model.index(child, 0, port)));
        }
    }
    EXPECT_EQ(shown, wanted);
}

TEST_F(ListenerTreeModelTest, ShowsTheFilteredSnapshotAfterRandomUpdates)
{
    const std::array filters{"", "port:80-90", "is:listener",
                             "process:daemon1 | state:established"};
    RandomMachine machine(11);
    Filter filter;
    for (int round = 0; round < 120; ++round) {
        m_model.setInlineLimit(machine.below(3) == 0 ? 5 : 5000);
        machine.step(machine.below(12), machine.below(12), machine.below(14));
        apply(machine.sockets());
        if (machine.below(4) == 0) {
            filter = *Filter::parse(filters.at(machine.below(4)));
            m_model.setFilter(filter);
        }
        if (machine.below(4) == 0) {
            m_model.sort(static_cast<int>(machine.below(kListenerColumnCount)),
                         machine.below(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
        if (machine.below(3) == 0) {
            m_now += 800ms;
            m_model.expireFlashes(m_now);
        }
        if (machine.below(2) == 0) {
            continue;  // the next update arrives while the worker runs
        }
        waitForWorker();
        expectAsBruteForce(m_model, filter);
    }
}

TEST_F(ListenerTreeModelTest, ToolTipShowsTheRecentConnectionsOfAPort)
{
    PortActivity activity;
    m_model.setActivity(&activity);
    SnapshotUpdate update = m_history.next({tcpListener(80).id(1)});
    SocketClose closeEvent;
    closeEvent.socket = peer(80, "10.0.0.9", 50000);
    closeEvent.isConnection = true;
    update.closes = std::make_shared<const CloseBatch>(CloseBatch{{closeEvent}, {}});
    activity.add(update);
    m_model.apply(update);

    const QModelIndex port = m_model.indexOf(80, Protocol::Tcp, Column::Connections);

    EXPECT_TRUE(
        port.data(Qt::ToolTipRole).toString().contains(QStringLiteral("1 connection ended ")));
}

}  // namespace
}  // namespace quaywatch
