// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/details_controller.h"
#include "app/gui/details/details_panel.h"
#include "app/gui/widgets/notice_bar.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QToolButton>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::WindowTest;

class Details : public WindowTest {
protected:
    void SetUp() override
    {
        open({tcpListener(22).ownedBy(process("sshd", 800)).id(1),
              tcpListener(931, "127.0.0.1").ownedBy(process("nc", 4711)).id(2)});
        ASSERT_TRUE(QTest::qWaitFor([this] { return window->areDetailsSettled(); }));
    }
    [[nodiscard]] DetailsPanel& panel() const { return *window->findChild<DetailsPanel*>(); }
    void select(Port port)
    {
        ASSERT_TRUE(window->selectPort(port));
        ASSERT_TRUE(QTest::qWaitFor([this] { return window->areDetailsSettled(); }));
    }
    /// The same sockets, but that of port 931 is in another unit.
    void changeOnce()
    {
        auto serviceContext = std::make_shared<ServiceContext>();
        serviceContext->unit = "unit" + std::to_string(++m_changes);
        machine.snapshot.sockets.back().serviceContext = serviceContext;
        monitor->refreshNow();
        ASSERT_TRUE(waitForUpdate());
    }

    int m_changes = 0;
};

TEST_F(Details, AreAnsweredThoughTheSocketsChangeQuickly)
{
    select(931);
    std::counting_semaphore<8> gate(0);
    machine.gate = &gate;
    const int before = machine.inspectCount;
    changeOnce();
    ASSERT_TRUE(QTest::qWaitFor([&] { return machine.inspectCount == before + 1; }));
    QSignalSpy details(monitor.get(), &MonitorController::detailsReady);

    for (int i = 0; i < 5; ++i) {
        changeOnce();  // while the question is pending
    }
    EXPECT_EQ(machine.inspectCount, before + 1);
    gate.release();
    ASSERT_TRUE(details.wait(5000));

    // The change in between leads to one question only.
    ASSERT_TRUE(QTest::qWaitFor([&] { return machine.inspectCount == before + 2; }));
    gate.release();
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->areDetailsSettled(); }));
    EXPECT_EQ(machine.inspectCount, before + 2);
    machine.gate = nullptr;
}

TEST_F(Details, EndTheShownProcess)
{
    select(931);
    std::optional<EndTarget> target = panel().endTarget();
    ASSERT_TRUE(target);
    EXPECT_EQ(target->process, process("nc", 4711)->id);
    EXPECT_EQ(target->port, Port{931});

    // As after following a link to another process.
    emit panel().inspectRequested(800);
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->areDetailsSettled(); }));

    target = panel().endTarget();
    ASSERT_TRUE(target);
    EXPECT_EQ(target->process, process("sshd", 800)->id);
    EXPECT_FALSE(target->port) << "the process does not hold that socket";
}

TEST_F(Details, StayWithTheChosenProcessWhenTheSocketChanges)
{
    select(931);
    emit panel().inspectRequested(800);
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->areDetailsSettled(); }));

    changeOnce();
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->areDetailsSettled(); }));

    EXPECT_EQ(panel().pid(), 800U);
}

TEST_F(Details, NameTheOwnerAsAnIdentServerDoes)
{
    select(931);
    EXPECT_TRUE(panel().text().contains(u"\nUSERID : UNIX : alice\n"_s))
        << panel().text().toStdString();

    const SocketRecord telnet =
        tcpConnection("10.0.0.1", 6193, "10.0.0.9", 23).ownedBy(process("telnet"));
    panel().showSocket(telnet, nullptr);
    EXPECT_TRUE(panel().text().contains(u"\n6193 , 23 : USERID : UNIX : alice\n"_s))
        << panel().text().toStdString();
}

TEST_F(Details, OfAPortFollowANewListener)
{
    DetailsPanel alone;
    DetailsController controller(*monitor, alone);
    controller.followPort({113, Protocol::Tcp});
    ASSERT_TRUE(QTest::qWaitFor([&] { return controller.isSettled(); }));
    EXPECT_TRUE(alone.text().contains(u"Nothing listens here"_s)) << alone.text().toStdString();

    machine.snapshot = test::snapshotOf({tcpListener(113).id(9)});
    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());

    EXPECT_FALSE(alone.text().contains(u"Nothing listens here"_s)) << alone.text().toStdString();
    EXPECT_FALSE(controller.isSettled()) << "the current facts are queried again";
}

TEST_F(Details, DelOnAClosedRowSaysSo)
{
    settings.change([](SettingsValues& values) { values.hasReducedMotion = true; });
    select(931);
    machine.snapshot = test::snapshotOf({tcpListener(22).ownedBy(process("sshd", 800)).id(1)});
    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());

    QTest::keyClick(&page().view(), Qt::Key_Delete);

    const auto* notice = window->findChild<NoticeBar*>();
    EXPECT_TRUE(notice->text().contains(u"Nothing was ended"_s)) << notice->text().toStdString();
    EXPECT_EQ(machine.signalCount, 0);
}

}  // namespace

}  // namespace quaywatch
