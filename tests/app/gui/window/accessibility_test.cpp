// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/about_dialog.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "app/gui/dialogs/registry_dialog.h"
#include "app/gui/preferences/preferences_dialog.h"
#include "app/gui/widgets/page_dialog.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>

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
    const ForgetExpectedDialog forget(editor, tcpListener(931).ownedBy(process("nc")));

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
