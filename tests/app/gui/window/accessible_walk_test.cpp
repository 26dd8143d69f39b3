// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui/accessible_walk.h"

#include "app/gui/dialogs/about_dialog.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "app/gui/dialogs/mark_several_dialog.h"
#include "app/gui/dialogs/registry_dialog.h"
#include "app/gui/preferences/preferences_dialog.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/window/views.h"
#include "tests/support/gui/window_fixture.h"

#include <QStackedWidget>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::AccessibleWalk;
using test::process;
using test::tcpListener;

class AccessibleWalkTest : public test::WindowTest {
protected:
    void SetUp() override
    {
        open(
            {tcpListener(22).ownedBy(process("sshd", 800)).id(1),
             tcpListener(931).ownedBy(process("nc")).id(2),
             test::tcpConnection("10.0.0.1", 22, "10.0.0.2", 50000).ownedBy(process("sshd", 800))});
    }
    void walk(QWidget& shown, const std::string& name)
    {
        shown.show();
        shown.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&shown)) << name;
        QCoreApplication::processEvents();
        const QStringList complaints = AccessibleWalk::complaintsAbout(shown);
        EXPECT_TRUE(complaints.isEmpty()) << name << ":\n" << complaints.join(u'\n').toStdString();
        const QStringList broken = AccessibleWalk::brokenStopsOf(shown);
        EXPECT_TRUE(broken.isEmpty()) << name << ":\n" << broken.join(u'\n').toStdString();
    }
};

TEST_F(AccessibleWalkTest, EveryPageOfTheWindow)
{
    window->findChild<NoticeBar*>()->offer(u"Something was done"_s, u"Undo"_s, [] {});
    for (const View& view : views()) {
        window->showView(QString(view.name));
        window->page().selectFirst();
        walk(*window, QString(view.name).toStdString());
    }
}

TEST_F(AccessibleWalkTest, TheDialogsToEndAndToExpect)
{
    EndProcessDialog end(*monitor, {931, Protocol::Tcp, {}}, ProcessSignal::Terminate);
    QSignalSpy plans(monitor.get(), &MonitorController::planReady);
    ASSERT_TRUE(plans.wait(5000));
    walk(end, "end process");

    BaselineEditor editor{std::string()};
    const SocketRecord listener = tcpListener(931).ownedBy(process("nc"));
    MarkExpectedDialog mark(editor, listener);
    walk(mark, "mark as expected");
    MarkSeveralDialog several(editor, {listener, tcpListener(22).ownedBy(process("sshd"))});
    walk(several, "mark several");
    ForgetExpectedDialog forget(editor, {listener});
    walk(forget, "remove from expected");
}

TEST_F(AccessibleWalkTest, TheDialogsOfTheMenu)
{
    PageDialog help(u"Help"_s);
    fillHelp(help.page());
    walk(help, "help");
    AboutDialog about;
    walk(about, "about");
    RegistryManager keeper{std::string()};
    RegistryDialog registry(keeper);
    walk(registry, "registry");
}

TEST_F(AccessibleWalkTest, EveryPageOfThePreferences)
{
    PreferencesDialog preferences(settings, {nullptr, true});
    auto* pages = preferences.findChild<QStackedWidget*>();
    for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentIndex(i);
        walk(preferences, "page " + std::to_string(i));
    }
}

}  // namespace
}  // namespace quaywatch
