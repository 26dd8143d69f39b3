// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/about_dialog.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "app/gui/dialogs/registry_dialog.h"
#include "app/gui/preferences/preferences_dialog.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/widgets/value_document.h"
#include "app/gui/window/views.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QTextEdit>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;
using test::WindowTest;

class Accessibility : public WindowTest {};

/// Class names of the focusable widgets that have no accessible name.
QStringList namelessIn(const QWidget& root)
{
    QStringList nameless;
    for (const auto* widget : root.findChildren<QWidget*>()) {
        // Parts of another widget that Qt itself names and focuses.
        const bool isInner = widget->objectName().startsWith("qt_"_L1);
        if (widget->focusPolicy() == Qt::NoFocus || isInner) {
            continue;
        }
        QAccessibleInterface* accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (accessible == nullptr || accessible->text(QAccessible::Name).isEmpty()) {
            nameless.append(QLatin1StringView(widget->metaObject()->className()) + u' ' +
                            widget->objectName());
        }
    }
    return nameless;
}

/// What is wrong with what a screen reader gets of these widgets.
QStringList complaintsAbout(const QWidget& root)
{
    QStringList complaints;
    for (auto* widget : root.findChildren<QWidget*>()) {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible == nullptr) {
            continue;
        }
        const auto complain = [&](const QString& what) {
            complaints.append(QLatin1StringView(widget->metaObject()->className()) + u' ' +
                              widget->objectName() + u": "_s + what);
        };
        if (accessible->text(QAccessible::Description).contains(u"<qt>"_s)) {
            complain(accessible->text(QAccessible::Description));
        }
        const bool isInner = widget->objectName().startsWith("qt_"_L1);
        if (widget->focusPolicy() == Qt::NoFocus || isInner || !widget->isVisible()) {
            continue;
        }
        if (accessible->role() == QAccessible::NoRole) {
            complain(u"no role"_s);
        }
        const auto* label = qobject_cast<QLabel*>(widget);
        if (label != nullptr && accessible->text(QAccessible::Name) != label->text()) {
            complain(u"hides its text"_s);
        }
        const auto* edit = qobject_cast<QTextEdit*>(widget);
        if (edit != nullptr &&
            (accessible->textInterface() == nullptr ||
             accessible->textInterface()->characterCount() < edit->toPlainText().size())) {
            complain(u"hides its page"_s);
        }
    }
    return complaints;
}

TEST_F(Accessibility, EveryViewHasPlainDescriptionsAndHidesNoText)
{
    open({tcpListener(931).ownedBy(process("nc"))});
    window->findChild<NoticeBar*>()->say(NoticeBar::Kind::Hint, u"A <b>notice</b>"_s);

    for (const View& view : views()) {
        window->showView(QString(view.name));
        QCoreApplication::processEvents();
        const QStringList complaints = complaintsAbout(*window);
        EXPECT_TRUE(complaints.isEmpty()) << complaints.join(u'\n').toStdString();
    }
}

TEST_F(Accessibility, ANoticeIsReadAloud)
{
    open({});
    auto* notice = window->findChild<NoticeBar*>();
    notice->say(NoticeBar::Kind::Hint, u"Something happened"_s);

    bool isRead = false;
    for (auto* label : notice->findChildren<QLabel*>()) {
        isRead |= QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name) ==
                  u"Something happened"_s;
    }
    EXPECT_TRUE(isRead);
}

TEST_F(Accessibility, ALinkThatGetsTheFocusIsReadAloud)
{
    ValueDocument document;
    document.begin();
    document.paragraph(u"Text"_s);
    document.action(u"First link"_s, u"one"_s);
    document.action(u"Second link"_s, u"two"_s);
    document.end();
    document.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&document));
    document.setFocus();
    const auto description = [&] {
        return QAccessible::queryAccessibleInterface(&document)->text(QAccessible::Description);
    };

    QTest::keyClick(&document, Qt::Key_Tab);
    EXPECT_EQ(description(), u"First link"_s);
    QTest::keyClick(&document, Qt::Key_Tab);
    EXPECT_EQ(description(), u"Second link"_s);
    QTest::keyClick(&document, Qt::Key_Backtab);
    EXPECT_EQ(description(), u"First link"_s);
    QTest::keyClick(&document, Qt::Key_Backtab);
    EXPECT_EQ(description(), QString());
}

TEST_F(Accessibility, EveryWidgetOfTheWindowThatTakesTheFocusHasAName)
{
    open({tcpListener(931).ownedBy(process("nc"))});

    const QStringList nameless = namelessIn(*window);

    EXPECT_TRUE(nameless.isEmpty()) << nameless.join(u", "_s).toStdString();
}

TEST_F(Accessibility, EveryWidgetOfTheDialogsThatTakesTheFocusHasAName)
{
    open({tcpListener(931).ownedBy(process("nc"))});
    const EndProcessDialog end(*monitor, {931, Protocol::Tcp, {}}, ProcessSignal::Terminate);
    const PageDialog page(u"Help"_s);
    BaselineEditor editor{std::string()};
    const MarkExpectedDialog mark(editor, tcpListener(931).ownedBy(process("nc")));
    const ForgetExpectedDialog forget(editor, {tcpListener(931).ownedBy(process("nc"))});

    const AboutDialog about;
    const PreferencesDialog preferences(settings, {nullptr, true});

    RegistryManager keeper{std::string()};
    const RegistryDialog registry(keeper);

    const QStringList nameless = namelessIn(registry) + namelessIn(about) +
                                 namelessIn(preferences) + namelessIn(end) + namelessIn(page) +
                                 namelessIn(mark) + namelessIn(forget);

    EXPECT_TRUE(nameless.isEmpty()) << nameless.join(u", "_s).toStdString();
}

}  // namespace

}  // namespace quaywatch
