// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The registry of the window changes while the window is open.

#include "app/gui/port_map/port_map_page.h"
#include "app/gui/port_map/port_map_widget.h"
#include "app/registry/registry_manager.h"
#include "core/registry/service_registry.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/registry_files.h"
#include "tests/support/temp_dir.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QStatusBar>

#include <gmock/gmock.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;

class RegistryWindow : public test::WindowTest {
protected:
    /// A window with one listener and the right to import a registry.
    void openWithRegistry(Port port = 931)
    {
        m_keeper = std::make_unique<RegistryManager>(m_folder.path("registry.tsv"),
                                                     [] { return test::in2026(11, 23); });
        machine.snapshot = test::snapshotOf({tcpListener(port).ownedBy(process("nc"))});
        monitor = std::make_unique<MonitorController>(machine.access());
        window = std::make_unique<MainWindow>(
            PageContext{*monitor, settings, nullptr, nullptr, m_keeper.get()}, currentUser);
        monitor->setInterval(std::chrono::hours(1));
        window->show();
        monitor->start();
        ASSERT_TRUE(waitForUpdate());
    }
    void useNewer()
    {
        QSignalSpy changed(m_keeper.get(), &RegistryManager::changed);
        m_keeper->use(
            std::make_shared<const ImportedRegistry>(*test::imported(test::newerRegistryXml())));
        ASSERT_TRUE(changed.wait(20'000));
    }
    [[nodiscard]] Verdict verdict() const
    {
        return monitor->snapshot()->sockets.front().assessment.verdict;
    }
    [[nodiscard]] QString noticeText() const
    {
        QString text;
        for (const auto* label : window->findChildren<QLabel*>()) {
            text += label->text() + u'\n';
        }
        return text;
    }

    test::BuiltInRegistryAfterwards m_builtIn;
    test::TempDir m_folder;
    std::unique_ptr<RegistryManager> m_keeper;
};

TEST_F(RegistryWindow, AssessesByTheNewRegistryFromTheNextPoll)
{
    openWithRegistry();
    ASSERT_EQ(verdict(), Verdict::Unexpected);
    QSignalSpy updates(monitor.get(), &MonitorController::updated);

    useNewer();

    ASSERT_TRUE(!updates.isEmpty() || updates.wait(5000));
    EXPECT_EQ(verdict(), Verdict::Ordinary);
}

TEST_F(RegistryWindow, KeepsTheShownStateWhilePaused)
{
    openWithRegistry();
    monitor->setPaused(true);
    const int reads = machine.readCount;

    useNewer();

    QCoreApplication::processEvents();
    EXPECT_EQ(machine.readCount, reads);
}

TEST_F(RegistryWindow, FiltersAgainAtOnce)
{
    openWithRegistry();
    monitor->setPaused(true);
    window->setFilterText(u"is:unassigned"_s);
    ASSERT_TRUE(QTest::qWaitFor([this] { return page().view().model()->rowCount() == 1; }));
    window->setFilterText(u"service:quay"_s);
    ASSERT_TRUE(QTest::qWaitFor([this] { return page().view().model()->rowCount() == 0; }));

    useNewer();

    EXPECT_EQ(page().view().model()->rowCount(), 1);
}

TEST_F(RegistryWindow, KeepsListenersOutOfConnectionsWithAnInvalidFilter)
{
    openWithRegistry();
    window->setFilterText(u"port:931"_s);
    window->setFilterText(u"port:931 ("_s);
    ASSERT_TRUE(window->showView(u"connections"));

    useNewer();

    EXPECT_EQ(page().view().model()->rowCount(), 0);
}

TEST_F(RegistryWindow, ShowsTheNewRegistryInTheMap)
{
    openWithRegistry(22);
    monitor->setPaused(true);
    ASSERT_TRUE(window->showView(u"map"));
    auto& map = dynamic_cast<PortMapPage&>(window->page()).map();
    const QPixmap before = map.grab();
    const PortMapBlock block = map.cells().block({928, 959});

    useNewer();

    EXPECT_EQ(map.cells().block({928, 959}).assigned, block.assigned + 1);
    EXPECT_NE(map.grab().toImage(), before.toImage());
}

TEST_F(RegistryWindow, ReportsABrokenImportedRegistryAtStart)
{
    m_folder.write("registry.tsv", "broken <b>");

    openWithRegistry();

    EXPECT_TRUE(noticeText().contains(u"The imported registry cannot be used"_s));
    EXPECT_TRUE(noticeText().contains(u"registry.tsv: line 1"_s));
}

TEST_F(RegistryWindow, ReportsAnOlderImportedRegistryAtStart)
{
    m_folder.write("registry.tsv", "# date: 2020-01-01\n# imported: 2020-01-02 x\n");

    openWithRegistry();

    const QString message = window->statusBar()->currentMessage();
    EXPECT_TRUE(message.contains(u"older than the built-in one of 2026-08-17"_s))
        << message.toStdString();
}

TEST_F(RegistryWindow, OffersTheUpdateWhereARegistryCanBeImported)
{
    openWithRegistry();
    EXPECT_NE(window->findChild<QAction*>(u"updateRegistry"_s), nullptr);

    window = nullptr;
    open({tcpListener(931)});
    EXPECT_EQ(window->findChild<QAction*>(u"updateRegistry"_s), nullptr);
}

}  // namespace
}  // namespace quaywatch
