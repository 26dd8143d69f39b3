// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/window_notices.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/window/status_line.h"
#include "tests/support/gui/window_fixture.h"

#include <QToolButton>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::tcpListener;
using test::WindowTest;

class WindowNoticesTest : public WindowTest {
protected:
    [[nodiscard]] QString notice() const { return window->findChild<NoticeBar*>()->text(); }
    void recheckPorts()
    {
        monitor->refreshNow();
        ASSERT_TRUE(waitForUpdate());
    }
    const Gap brokenBaseline{Gap::Kind::Baseline, std::nullopt,
                             "/home/alice/expected.toml:5:1: there is no key 'protocl'", ""};
};

TEST_F(WindowNoticesTest, EachBrokenFileOfTheBaselineIsReported)
{
    open({tcpListener(22).id(1)});
    Gap second = brokenBaseline;
    second.why = "/etc/quaywatch/expected.d/50.toml:2:1: there is no key 'x'";
    machine.snapshot.gaps = {brokenBaseline, second};

    recheckPorts();

    EXPECT_TRUE(notice().contains(u"expected.toml:5:1"_s)) << notice().toStdString();
    EXPECT_TRUE(notice().contains(u"50.toml:2:1"_s)) << notice().toStdString();
}

TEST_F(WindowNoticesTest, ARestartIsOfferedOnceWhenNoProblemIsShown)
{
    open({tcpListener(22).id(1)});
    int restarts = 0;
    window->report(u"A problem."_s);
    window->notices().offerRestart([&restarts] { ++restarts; });
    EXPECT_EQ(notice(), u"A problem."_s);
    window->withdraw(u"A problem."_s);

    window->notices().offerRestart([&restarts] { ++restarts; });
    EXPECT_TRUE(notice().contains(u"was updated"_s)) << notice().toStdString();
    for (auto* button : window->findChild<NoticeBar*>()->findChildren<QToolButton*>()) {
        if (button->text() == u"Restart"_s) {
            button->click();
        }
    }
    window->notices().offerRestart([&restarts] { ++restarts; });

    EXPECT_EQ(restarts, 1);
    EXPECT_TRUE(notice().isEmpty()) << notice().toStdString();
}

TEST_F(WindowNoticesTest, BrokenBaselineIsReportedUntilItIsFixed)
{
    open({tcpListener(22).id(1)});
    machine.snapshot.gaps = {brokenBaseline};
    recheckPorts();
    EXPECT_TRUE(notice().contains(u"expected.toml:5:1"_s)) << notice().toStdString();

    machine.snapshot.gaps.clear();
    recheckPorts();
    EXPECT_TRUE(notice().isEmpty()) << notice().toStdString();
}

TEST_F(WindowNoticesTest, DismissedNoticeIsNotShownAgain)
{
    open({tcpListener(22).id(1)});
    machine.snapshot.gaps = {brokenBaseline};
    recheckPorts();
    window->findChild<NoticeBar*>()->hide();

    recheckPorts();

    EXPECT_TRUE(notice().isEmpty()) << notice().toStdString();
}

TEST_F(WindowNoticesTest, ResolvedNoticeDoesNotRemoveALaterOne)
{
    open({tcpListener(22).id(1)});
    machine.snapshot.gaps = {brokenBaseline};
    recheckPorts();
    window->report(u"Something else is wrong."_s);

    machine.snapshot.gaps.clear();
    recheckPorts();

    EXPECT_EQ(notice(), u"Something else is wrong."_s);
}

TEST(StatusLineTest, MessageReplacesTheCountsWhilePollingContinues)
{
    StatusLine line;
    line.show();
    const Snapshot snapshot = test::snapshotOf({tcpListener(22).id(1)});
    const auto* unexpected = line.findChild<QToolButton*>(u"unexpected"_s);
    line.showSnapshot(snapshot);
    ASSERT_TRUE(unexpected->isVisible());

    line.showMessage(u"Copied"_s);
    line.showSnapshot(snapshot);
    EXPECT_FALSE(unexpected->isVisible());

    line.clearMessage();
    EXPECT_TRUE(unexpected->isVisible());
}

}  // namespace

}  // namespace quaywatch
