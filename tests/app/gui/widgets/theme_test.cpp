// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/theme.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/widgets/desktop_theme_watch.h"
#include "tests/support/gui/color_contrast.h"
#include "tests/support/gui/user_palettes.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Restores the theme of the program when the test ends.
class ThemeTest : public testing::Test {
protected:
    void TearDown() override
    {
        QApplication::setStyle(u"Fusion"_s);
        QApplication::setPalette(QPalette());
    }
    static void apply(Theme theme) { applyTheme(theme, {}); }
    /// The color in the middle of the left edge, a few pixels from the border.
    static QColor atLeft(QWidget& widget, int inside)
    {
        return widget.grab().toImage().pixelColor(inside, widget.height() / 2);
    }
    static int brightness(const QColor& color) { return qGray(color.rgb()); }
};

TEST_F(ThemeTest, InTheDarkAMenuHasAnEdge)
{
    apply(Theme::Dark);
    QMenu menu;
    menu.addAction(u"Inspect"_s);
    menu.addAction(u"Copy"_s);
    menu.ensurePolished();
    menu.resize(menu.sizeHint());

    EXPECT_GE(brightness(atLeft(menu, 0)), brightness(atLeft(menu, 2)) + 20);
}

TEST_F(ThemeTest, InTheDarkFieldsHaveAnEdge)
{
    apply(Theme::Dark);
    QDialog dialog;
    QVBoxLayout column(&dialog);
    QLineEdit edit;
    QSpinBox spin;
    QComboBox combo;
    for (QWidget* field : {static_cast<QWidget*>(&edit), static_cast<QWidget*>(&spin),
                           static_cast<QWidget*>(&combo)}) {
        column.addWidget(field);
    }
    dialog.show();
    dialog.setFocus();

    for (QWidget* field : {static_cast<QWidget*>(&edit), static_cast<QWidget*>(&spin),
                           static_cast<QWidget*>(&combo)}) {
        EXPECT_GE(brightness(atLeft(*field, 0)),
                  brightness(dialog.palette().color(QPalette::Window)) + 20)
            << field->metaObject()->className();
    }
}

TEST_F(ThemeTest, TheFocusedButtonDiffersFromTheDefaultOne)
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        apply(theme);
        QDialog dialog;
        QVBoxLayout column(&dialog);
        QPushButton end(u"End"_s);
        QPushButton cancel(u"Cancel"_s);
        end.setAutoDefault(false);
        cancel.setDefault(true);
        column.addWidget(&end);
        column.addWidget(&cancel);
        dialog.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
        end.setFocus(Qt::TabFocusReason);
        const QColor accent = PaletteColors::of(dialog.palette()).accent;

        EXPECT_EQ(atLeft(end, 1), accent);
        EXPECT_NE(atLeft(cancel, 1), accent);
    }
}

TEST_F(ThemeTest, FollowingTheSystemKeepsTheUsersColorsAndMakesHintsReadable)
{
    applyTheme(Theme::System, {true, test::yellowOnBlack()});
    const QPalette palette = QApplication::palette();

    EXPECT_EQ(palette.color(QPalette::Text), QColor(Qt::yellow));
    EXPECT_EQ(palette.color(QPalette::Base), QColor(Qt::black));
    for (const auto role : {QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited}) {
        EXPECT_EQ(palette.color(role).alpha(), 255);
        EXPECT_GE(test::contrast(palette.color(role), palette.color(QPalette::Base)), 4.5) << role;
    }
}

TEST_F(ThemeTest, ReadingTheDesktopAgainDropsTheProgramsPalette)
{
    apply(Theme::HighContrast);

    const DesktopColors desktop = DesktopColors::now();

    EXPECT_FALSE(desktop.palette.has_value()) << "the desktop of the tests has Qt's own colors";
    EXPECT_NE(QApplication::palette().color(QPalette::Base), PaletteColors::highContrast().base);
}

TEST_F(ThemeTest, AThemeOfTheDesktopThatChangesIsNoticedOnceForAllWindows)
{
    DesktopThemeWatch watch;
    QSignalSpy changes(&watch, &DesktopThemeWatch::changed);
    QWidget first;
    QWidget second;

    for (QWidget* window : {&first, &second}) {
        QEvent event(QEvent::ThemeChange);
        QCoreApplication::sendEvent(window, &event);
    }
    QCoreApplication::processEvents();

    EXPECT_EQ(changes.count(), 1);
}

}  // namespace
}  // namespace quaywatch
