// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/alerts/alerts_page.h"
#include "app/settings/settings.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

constexpr std::chrono::system_clock::time_point kAlertTime{std::chrono::hours(480000)};

inline SocketRecord listenerOn(Port port, const std::string& program = "nc", std::uint64_t id = 1)
{
    return tcpListener(port).ownedBy(process(program)).id(id);
}

inline Alert alertAbout(const SocketRecord& socket)
{
    Alert alert;
    alert.key = "tcp|0.0.0.0|" + std::to_string(socket.key.localPort);
    alert.reason = socket.owners().front()->name + " listens on an unassigned port";
    alert.evidence = {"port 931 is unassigned", "reachable from everywhere"};
    alert.socket = std::make_shared<const SocketRecord>(socket);
    alert.at = kAlertTime;
    return alert;
}

class AlertsPageTest : public testing::Test {
protected:
    void SetUp() override
    {
        page.resize(1000, 600);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&page));
    }
    void apply(std::vector<SocketRecord> sockets,
               std::chrono::system_clock::time_point at = kAlertTime)
    {
        SnapshotUpdate update;
        update.before = std::make_shared<const Snapshot>();
        Snapshot snapshot = snapshotOf(std::move(sockets));
        snapshot.takenAt = at;
        update.after = std::make_shared<const Snapshot>(std::move(snapshot));
        page.apply(update);
    }
    [[nodiscard]] QTableView& table() const { return *page.findChild<QTableView*>(); }
    [[nodiscard]] QAbstractItemModel& model() const { return *table().model(); }
    [[nodiscard]] QString cell(int row, AlertColumn column, int role = Qt::DisplayRole) const
    {
        return model().index(row, static_cast<int>(column)).data(role).toString();
    }
    [[nodiscard]] QString label(const QString& name) const
    {
        const auto* found = page.findChild<QLabel*>(name);
        return found != nullptr && found->isVisible() ? found->text() : QString();
    }

    Settings settings{QString()};
    AlertManager keeper{settings};
    AlertsPage page{&keeper};
};

}  // namespace quaywatch::test
