// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/socket_table_model.h"

#include "tests/support/sockets/socket_history.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::RandomMachine;
using test::SocketHistory;
using test::tcpConnection;
using test::tcpListener;

class SocketTableModelTest : public testing::Test {
protected:
    void apply(std::vector<SocketRecord> sockets)
    {
        m_model.apply(m_history.next(std::move(sockets)));
    }
    void waitForWorker()
    {
        QSignalSpy applied(&m_model, &SocketTableModel::applied);
        while (m_model.isBusy()) {
            ASSERT_TRUE(applied.wait());
        }
    }
    // The ports from top to bottom; a row that flashes as closed is a negative number.
    std::vector<int> ports() const
    {
        std::vector<int> all;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const QModelIndex index = m_model.index(row, 0);
            const bool isClosed = index.data(FlashRole).toInt() == static_cast<int>(Flash::Closed);
            const int port = m_model.recordAt(index)->key.localPort;
            all.push_back(isClosed ? -port : port);
        }
        return all;
    }
    Flash flashOf(int row) const
    {
        return static_cast<Flash>(m_model.index(row, 0).data(FlashRole).toInt());
    }
    void passFlashTime()
    {
        m_now += 10s;
        m_model.expireFlashes(m_now);
    }

    FlashClock::TimePoint m_now{};
    SocketTableModel m_model{[this] { return m_now; }};
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
    SocketHistory m_history;
};

TEST_F(SocketTableModelTest, FlashesNothingOnTheFirstLoad)
{
    apply({tcpListener(22), tcpListener(80)});

    EXPECT_EQ(ports(), (std::vector{22, 80}));
    EXPECT_EQ(flashOf(0), Flash::None);
    EXPECT_EQ(flashOf(1), Flash::None);
}

TEST_F(SocketTableModelTest, FlashesOpenedChangedAndClosedRows)
{
    SocketRecord changing = tcpListener(80);
    apply({tcpListener(22), changing, tcpListener(443)});
    changing.assessment.verdict = Verdict::Unexpected;

    apply({changing, tcpListener(443), tcpListener(931)});

    ASSERT_EQ(ports(), (std::vector{-22, 80, 443, 931}));
    EXPECT_EQ(flashOf(1), Flash::Changed);
    EXPECT_EQ(flashOf(2), Flash::None);
    EXPECT_EQ(flashOf(3), Flash::New);
    EXPECT_EQ(m_model.shownCount(), 3);
    EXPECT_EQ(m_model.totalCount(), 3);
}

TEST_F(SocketTableModelTest, DropsClosedRowsWhenTheirFlashEnds)
{
    apply({tcpListener(22), tcpListener(80)});
    apply({tcpListener(80), tcpListener(931)});

    passFlashTime();

    EXPECT_EQ(ports(), (std::vector{80, 931}));
    EXPECT_EQ(flashOf(1), Flash::None);
}

TEST_F(SocketTableModelTest, GivesAReopenedSocketItsOldRowBack)
{
    apply({tcpListener(22), tcpListener(80)});
    apply({tcpListener(80)});
    const QPersistentModelIndex row = m_model.index(0, 0);

    apply({tcpListener(22), tcpListener(80)});

    EXPECT_EQ(ports(), (std::vector{22, 80}));
    EXPECT_EQ(row.row(), 0);
    passFlashTime();
    EXPECT_EQ(ports(), (std::vector{22, 80}));
}

TEST_F(SocketTableModelTest, ShowsNoClosedRowsWhereFlashesAreOff)
{
    m_model.setFlashTime(0ms);
    apply({tcpListener(22), tcpListener(80)});

    apply({tcpListener(80), tcpListener(81)});

    EXPECT_EQ(ports(), (std::vector{80, 81}));
    EXPECT_EQ(flashOf(1), Flash::None);
}

TEST_F(SocketTableModelTest, DoesNotFlashForCounterChanges)
{
    SocketRecord connection = tcpConnection("10.0.0.1", 22, "10.0.0.2", 5000);
    apply({connection});
    connection.bytesReceived = 7;

    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    apply({connection});

    EXPECT_EQ(flashOf(0), Flash::None);
    EXPECT_EQ(changed.count(), 1);
}

TEST_F(SocketTableModelTest, EmitsNoSignalWithoutAChange)
{
    apply({tcpListener(22), tcpListener(80)});
    QSignalSpy layout(&m_model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);

    apply({tcpListener(22), tcpListener(80)});

    EXPECT_EQ(layout.count(), 0);
    EXPECT_EQ(changed.count(), 0);
}

TEST_F(SocketTableModelTest, EmitsAtMostThreeSignalsForAnyUpdate)
{
    RandomMachine machine(1);
    machine.step(600, 0, 0);
    apply(machine.sockets());
    m_model.setFlashTime(0ms);
    QSignalSpy inserted(&m_model, &QAbstractItemModel::rowsInserted);
    QSignalSpy layout(&m_model, &QAbstractItemModel::layoutChanged);
    QSignalSpy removed(&m_model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);

    machine.step(60, 60, 60);
    apply(machine.sockets());

    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(layout.count(), 1);
    EXPECT_EQ(removed.count(), 1);
    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(SocketTableModelTest, KeepsSelectionAndCurrentRowBySocket)
{
    apply({tcpListener(22), tcpListener(80), tcpListener(443)});
    QItemSelectionModel selection(&m_model);
    const SocketKey key = *m_model.keyAt(m_model.index(1, 0));
    selection.setCurrentIndex(m_model.index(1, 0),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);

    apply({tcpListener(21), tcpListener(80), tcpListener(443), tcpListener(931)});
    m_model.sort(static_cast<int>(Column::LocalPort), Qt::DescendingOrder);
    passFlashTime();

    EXPECT_EQ(m_model.keyAt(selection.currentIndex()), key);
    ASSERT_EQ(selection.selectedRows().size(), 1);
    EXPECT_EQ(m_model.keyAt(selection.selectedRows().front()), key);
}

TEST_F(SocketTableModelTest, NeverMovesASelectionToANeighbor)
{
    apply({tcpListener(22), tcpListener(80), tcpListener(443)});
    QItemSelectionModel selection(&m_model);
    selection.setCurrentIndex(m_model.index(2, 0),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);

    apply({tcpListener(22), tcpListener(80)});
    passFlashTime();

    EXPECT_FALSE(selection.currentIndex().isValid());
    EXPECT_TRUE(selection.selectedRows().isEmpty());
}

TEST_F(SocketTableModelTest, FollowsUpdatesAfterAMissedOne)
{
    apply({tcpListener(22), tcpListener(80)});
    static_cast<void>(m_history.next({tcpListener(80)}));

    apply({tcpListener(80), tcpListener(443)});

    EXPECT_EQ(ports(), (std::vector{-22, 80, 443}));
}

TEST_F(SocketTableModelTest, FindsTheRowOfASocketUnlessItIsFilteredOut)
{
    const SocketRecord ssh = tcpListener(22);
    apply({ssh, tcpListener(80)});
    EXPECT_EQ(m_model.indexOf(ssh.key, Column::State), m_model.index(0, int(Column::State)));

    m_model.setFilter(*Filter::parse("port:80"));

    EXPECT_FALSE(m_model.indexOf(ssh.key).isValid());
    EXPECT_EQ(m_model.shownCount(), 1);
    EXPECT_EQ(m_model.totalCount(), 2);
}

TEST_F(SocketTableModelTest, DropsTheResultOfAnOutdatedSort)
{
    m_model.setInlineLimit(0);
    apply({tcpListener(22), tcpListener(80)});
    m_model.sort(static_cast<int>(Column::LocalPort), Qt::AscendingOrder);
    m_model.sort(static_cast<int>(Column::LocalPort), Qt::DescendingOrder);

    waitForWorker();

    EXPECT_EQ(ports(), (std::vector{80, 22}));
}

TEST_F(SocketTableModelTest, PlacesRowsThatChangedDuringASort)
{
    apply({tcpListener(22), tcpListener(80), tcpListener(443)});
    m_model.setInlineLimit(2);
    m_model.sort(static_cast<int>(Column::LocalPort), Qt::DescendingOrder);

    apply({tcpListener(23), tcpListener(80), tcpListener(443)});
    waitForWorker();

    EXPECT_EQ(ports(), (std::vector{443, 80, 23, -22}));
}

// The expected content, computed by brute force: every matching row, in order. Closed rows are
// taken from the model and must be in their sort position.
void expectAsBruteForce(const SocketTableModel& model, const Filter& filter, Column column,
                        Qt::SortOrder order)
{
    std::vector<const SocketRecord*> wanted;
    for (const SocketRecord& socket : model.snapshot()->sockets) {
        if (filter.matches(socket)) {
            wanted.push_back(&socket);
        }
    }
    std::vector<const SocketRecord*> shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        shown.push_back(model.recordAt(index));
        if (index.data(FlashRole).toInt() == static_cast<int>(Flash::Closed)) {
            wanted.push_back(shown.back());
        }
    }
    std::sort(wanted.begin(), wanted.end(), [&](const SocketRecord* a, const SocketRecord* b) {
        return comesBefore(*a, *b, column, order);
    });
    EXPECT_EQ(shown, wanted) << "column " << static_cast<int>(column) << " order " << order;
}

TEST_F(SocketTableModelTest, ShowsTheFilteredAndSortedSnapshotAfterRandomUpdates)
{
    const std::array filters{"", "port:80-90", "is:listener",
                             "process:daemon1 | state:established"};
    RandomMachine machine(7);
    Filter filter;
    Column column = Column::LocalPort;
    Qt::SortOrder order = Qt::AscendingOrder;
    for (int round = 0; round < 120; ++round) {
        m_model.setInlineLimit(machine.below(3) == 0 ? 5 : 5000);
        machine.step(machine.below(12), machine.below(12), machine.below(12));
        apply(machine.sockets());
        if (machine.below(4) == 0) {
            filter = *Filter::parse(filters.at(machine.below(4)));
            m_model.setFilter(filter);
        }
        if (machine.below(4) == 0) {
            column = static_cast<Column>(machine.below(kSocketColumnCount));
            order = machine.below(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
            m_model.sort(static_cast<int>(column), order);
        }
        if (machine.below(3) == 0) {
            m_now += 800ms;
            m_model.expireFlashes(m_now);
        }
        if (machine.below(2) == 0) {
            continue;  // the next update arrives while the worker runs
        }
        waitForWorker();
        expectAsBruteForce(m_model, filter, column, order);
    }
}

}  // namespace
}  // namespace quaywatch
