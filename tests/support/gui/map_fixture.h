// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_widget.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <QTest>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Passes one snapshot after the other to any object that accepts updates.
class UpdateMaker {
public:
    [[nodiscard]] SnapshotUpdate next(std::vector<SocketRecord> sockets)
    {
        const SnapshotPtr before = m_last ? m_last : std::make_shared<const Snapshot>();
        const SnapshotPtr after = sharedSnapshotOf(std::move(sockets), m_sequence++);
        SnapshotUpdate update;
        update.before = before;
        update.after = after;
        update.steps = diff(*before, *after);
        update.isFirst = m_last == nullptr;
        m_last = after;
        return update;
    }

private:
    SnapshotPtr m_last;
    std::uint64_t m_sequence = 1;
};

/// A port map with a clock that the test controls.
class MapTest : public testing::Test {
protected:
    void SetUp() override
    {
        map.resize(1000, 700);
        map.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&map));
        map.setFocus();
    }
    void show(std::vector<SocketRecord> sockets)
    {
        now += std::chrono::seconds(1);
        map.apply(updates.next(std::move(sockets)));
    }
    [[nodiscard]] QPoint centerOf(Port port) const
    {
        return map.grid().face(*map.view().cellOf(port)).center();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&map, key, modifiers);
    }

    FlashClock::TimePoint now{};
    UpdateMaker updates;
    PortMapWidget map{[this] { return now; }};
};

inline SocketRecord unexpected(SocketRecord socket)
{
    socket.assessment.verdict = Verdict::Unexpected;
    socket.assessment.severity = Severity::High;
    socket.assessment.reason =
        std::make_shared<const Message>("listener on an unassigned well-known port");
    return socket;
}

}  // namespace quaywatch::test
