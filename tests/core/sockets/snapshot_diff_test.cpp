// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/snapshot_diff.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <vector>

namespace quaywatch {
namespace {

using test::process;
using test::snapshotOf;
using test::tcpListener;

/// Replays the steps on a plain vector, as a view would.
std::vector<SocketRecord> replay(std::vector<SocketRecord> rows, const SnapshotDiff& steps,
                                 const Snapshot& after)
{
    const auto at = [](auto& list, std::size_t row) {
        return std::next(list.begin(), static_cast<std::ptrdiff_t>(row));
    };
    for (const RowRun& run : steps.removed) {
        rows.erase(at(rows, run.first), at(rows, run.first + run.count));
    }
    for (const RowRun& run : steps.added) {
        rows.insert(at(rows, run.first), at(after.sockets, run.first),
                    at(after.sockets, run.first + run.count));
    }
    for (const auto* runs : {&steps.changed, &steps.countersOnly}) {
        for (const RowRun& run : *runs) {
            std::copy_n(at(after.sockets, run.first), run.count, at(rows, run.first));
        }
    }
    return rows;
}

bool sameRows(const std::vector<SocketRecord>& a, const std::vector<SocketRecord>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const SocketRecord& x, const SocketRecord& y) {
                          return x.key == y.key && !isChanged(x, y) && !hasMinorChange(x, y);
                      });
}

Snapshot randomSnapshot(std::mt19937& random)
{
    std::vector<SocketRecord> sockets;
    for (Port port = 1; port <= 60; ++port) {
        if (random() % 2 == 0) {
            auto builder = tcpListener(port).ownedBy(process("a", random() % 3 == 0 ? 1 : 2));
            builder.record().receiveQueue = random() % 2;
            sockets.push_back(builder);
        }
    }
    return snapshotOf(std::move(sockets));
}

TEST(SnapshotDiff, IsEmptyForTheSameSockets)
{
    const Snapshot table = snapshotOf({tcpListener(22), tcpListener(443)});

    const SnapshotDiff steps = diff(table, table);

    EXPECT_TRUE(steps.isQuiet());
    EXPECT_TRUE(steps.countersOnly.empty());
}

TEST(SnapshotDiff, RemovesTheLastRowWhenItsSocketCloses)
{
    const SnapshotDiff steps =
        diff(snapshotOf({tcpListener(22), tcpListener(443)}), snapshotOf({tcpListener(22)}));

    EXPECT_EQ(steps.removed, (std::vector<RowRun>{{.first = 1, .count = 1}}));
    EXPECT_TRUE(steps.added.empty());
    EXPECT_TRUE(steps.changed.empty());
}

TEST(SnapshotDiff, DistinguishesACounterChangeFromOtherChanges)
{
    auto busy = tcpListener(22);
    busy.record().receiveQueue = 3;

    const SnapshotDiff steps = diff(snapshotOf({tcpListener(22)}), snapshotOf({busy}));

    EXPECT_TRUE(steps.isQuiet());
    EXPECT_EQ(steps.countersOnly, (std::vector<RowRun>{{.first = 0, .count = 1}}));
}

TEST(SnapshotDiff, ReportsAnotherOwnerAsAChange)
{
    const SnapshotDiff steps = diff(snapshotOf({tcpListener(22).ownedBy(process("sshd", 7))}),
                                    snapshotOf({tcpListener(22).ownedBy(process("sshd", 8))}));

    EXPECT_EQ(steps.changed, (std::vector<RowRun>{{.first = 0, .count = 1}}));
}

TEST(SnapshotDiff, ReplayedStepsAlwaysEndAtTheNewSnapshot)
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        const Snapshot before = randomSnapshot(random);
        const Snapshot after = randomSnapshot(random);

        EXPECT_TRUE(sameRows(replay(before.sockets, diff(before, after), after), after.sockets));
    }
}

}  // namespace
}  // namespace quaywatch
