// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/sockets/socket_page.h"
#include "app/gui/window/main_window.h"
#include "app/monitor/monitor_controller.h"
#include "app/settings/settings.h"
#include "tests/support/machine/fake_monitored_machine.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// A main window with a fake machine that has been polled once.
class WindowTest : public testing::Test {
protected:
    void open(std::vector<SocketRecord> sockets)
    {
        machine.snapshot = snapshotOf(std::move(sockets));
        monitor = std::make_unique<MonitorController>(machine.access());
        monitor->setInterval(std::chrono::hours(1));
        window = std::make_unique<MainWindow>(PageContext{*monitor, settings}, currentUser);
        // The window sets the interval of the settings; the tests poll explicitly.
        monitor->setInterval(std::chrono::hours(1));
        window->resize(1280, 800);  // as on a large screen
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        monitor->start();
        ASSERT_TRUE(waitForUpdate());
    }
    /// Whether a poll was answered.
    [[nodiscard]] bool waitForUpdate()
    {
        QSignalSpy updates(monitor.get(), &MonitorController::updated);
        return updates.wait(5000);
    }
    /// The shown page, which is a page of sockets.
    [[nodiscard]] SocketPage& page() const { return dynamic_cast<SocketPage&>(window->page()); }
    template <class Widget>
    [[nodiscard]] Widget& child(const QString& name) const
    {
        auto* found = window->findChild<Widget*>(name);
        EXPECT_NE(found, nullptr) << name.toStdString();
        return *found;
    }

    FakeMachine machine;
    Settings settings{QString()};
    CurrentUser currentUser{1000, "alice", false};
    std::unique_ptr<MonitorController> monitor;
    std::unique_ptr<MainWindow> window;
};

}  // namespace quaywatch::test
