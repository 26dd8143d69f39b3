// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences/preferences_dialog.h"
#include "app/history/history_controller.h"
#include "app/settings/watch_settings.h"
#include "app/text/qt_text.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/temp_dir.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::process;
using test::tcpListener;

class Preferences : public testing::Test {
protected:
    void open(const PreferencesFacts& facts = {nullptr, true})
    {
        dialog = std::make_unique<PreferencesDialog>(settings, facts);
        dialog->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(dialog.get()));
    }
    void turnTo(int page) { dialog->findChild<QListWidget*>()->setCurrentRow(page); }
    [[nodiscard]] QPushButton& button(QDialogButtonBox::StandardButton which) const
    {
        return *dialog->findChild<QDialogButtonBox*>()->button(which);
    }
    [[nodiscard]] QCheckBox& box(const QString& name) const
    {
        auto* found = dialog->findChild<QCheckBox*>(name);
        EXPECT_NE(found, nullptr) << name.toStdString();
        return *found;
    }
    [[nodiscard]] bool says(const QString& text) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    static constexpr int kDesktop = 1;
    static constexpr int kHistory = 2;
    Settings settings{QString()};
    std::unique_ptr<PreferencesDialog> dialog;
};

TEST_F(Preferences, ChangeOnlyEditedSettings)
{
    settings.change([](SettingsValues& values) {
        values.interval = 1500ms;
        values.theme = Theme::Dark;
        values.rulesOff = {u"probe"_s};
        values.geometry = "where it was";
    });
    const SettingsValues before = settings.values();
    open();

    EXPECT_FALSE(button(QDialogButtonBox::Apply).isEnabled());
    button(QDialogButtonBox::Ok).click();

    EXPECT_EQ(settings.values(), before);
}

TEST_F(Preferences, ApplyTheTypedInterval)
{
    open();
    auto* interval = dialog->findChild<QDoubleSpinBox*>(u"interval"_s);
    interval->selectAll();
    QTest::keyClicks(interval, interval->locale().toString(2.5));
    EXPECT_EQ(settings.values().interval, 1000ms);

    button(QDialogButtonBox::Apply).click();

    EXPECT_EQ(settings.values().interval, 2500ms);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_FALSE(button(QDialogButtonBox::Apply).isEnabled());
}

TEST_F(Preferences, EscapeClosesWithoutChanges)
{
    open();
    box(u"probe"_s).click();

    QTest::keyClick(dialog.get(), Qt::Key_Escape);

    EXPECT_FALSE(dialog->isVisible());
    EXPECT_EQ(settings.values(), SettingsValues{});
}

TEST_F(Preferences, OfferEveryRuleWithItsDescription)
{
    open();

    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        const auto rule = static_cast<WatchRule>(i);
        const auto* found = dialog->findChild<QCheckBox*>(fromUtf8(token(rule)));
        ASSERT_EQ(found != nullptr, rule != WatchRule::AlertBurst) << token(rule);
        if (found != nullptr) {
            EXPECT_EQ(found->text(), fromUtf8(describe(rule)));
            EXPECT_TRUE(found->isChecked());
        }
    }
}

TEST_F(Preferences, KeepAnUnknownDisabledRule)
{
    settings.change([](SettingsValues& values) { values.rulesOff = {u"of-a-newer-program"_s}; });
    open();

    box(u"probe"_s).click();
    button(QDialogButtonBox::Ok).click();

    EXPECT_EQ(settings.values().rulesOff, (QStringList{u"of-a-newer-program"_s, u"probe"_s}));
}

TEST_F(Preferences, NumberOfADisabledRuleIsReadOnly)
{
    open();
    const auto* number = dialog->findChild<QSpinBox*>(u"closeWaitCount"_s);
    ASSERT_TRUE(number->isEnabled());

    box(u"close-wait-pile-up"_s).click();

    EXPECT_FALSE(number->isEnabled());
}

TEST_F(Preferences, NumberOfAPreviouslyDisabledRuleIsReadOnly)
{
    settings.change([](SettingsValues& values) { values.rulesOff = {u"close-wait-pile-up"_s}; });

    open();

    EXPECT_FALSE(dialog->findChild<QSpinBox*>(u"closeWaitCount"_s)->isEnabled());
    EXPECT_TRUE(dialog->findChild<QSpinBox*>(u"replacedMinutes"_s)->isEnabled());
}

TEST_F(Preferences, PassTheNumbersToTheRules)
{
    open();
    dialog->findChild<QSpinBox*>(u"closeWaitCount"_s)->setValue(7);
    dialog->findChild<QSpinBox*>(u"replacedMinutes"_s)->setValue(90);
    dialog->findChild<QSpinBox*>(u"mostAlerts"_s)->setValue(3);
    button(QDialogButtonBox::Ok).click();

    const WatchRules rules = watchRulesOf(settings.values(), WatchRules{});

    EXPECT_EQ(rules.closeWaitCount, 7U);
    EXPECT_EQ(rules.replacedFor, 90min);
    EXPECT_EQ(rules.alertsPerWindow, 3U);
}

TEST_F(Preferences, DoNotTouchTheDesktopUntilChosen)
{
    open();
    turnTo(kDesktop);
    EXPECT_FALSE(box(u"notifications"_s).isChecked());
    EXPECT_FALSE(box(u"closeToTray"_s).isChecked());
    EXPECT_FALSE(box(u"startWithSession"_s).isChecked());

    for (const QString& name : {u"notifications"_s, u"closeToTray"_s, u"startWithSession"_s}) {
        box(name).click();
    }
    button(QDialogButtonBox::Ok).click();

    EXPECT_TRUE(settings.values().hasNotifications);
    EXPECT_TRUE(settings.values().closesToTray);
    EXPECT_TRUE(settings.values().startsWithSession);
}

TEST_F(Preferences, ClosingToTheTrayNeedsTheIcon)
{
    open();
    turnTo(kDesktop);

    box(u"trayIcon"_s).click();

    EXPECT_FALSE(box(u"closeToTray"_s).isEnabled());
}

TEST_F(Preferences, SayThatThereIsNoTray)
{
    open({nullptr, false});
    turnTo(kDesktop);

    EXPECT_TRUE(says(u"This desktop has no tray"_s));
    EXPECT_FALSE(box(u"trayIcon"_s).isEnabled());
    EXPECT_FALSE(box(u"closeToTray"_s).isEnabled());
}

TEST_F(Preferences, SayThatAShorterHistoryDeletesRows)
{
    settings.change([](SettingsValues& values) { values.historyAge = std::chrono::days(365); });
    open();
    turnTo(kHistory);
    EXPECT_FALSE(says(u"less than before"_s));

    button(QDialogButtonBox::RestoreDefaults).click();

    EXPECT_TRUE(says(u"less than before"_s));
    EXPECT_EQ(settings.values().historyAge, std::chrono::days(365));
}

TEST_F(Preferences, ShowWhereTheHistoryIs)
{
    const test::TempDir folder;
    const QString path = fromUtf8(folder.path("h.sqlite"));
    const HistoryController history(path);
    open({&history, true});
    turnTo(kHistory);

    EXPECT_TRUE(says(path));
}

TEST_F(Preferences, RestoreDefaultsOnlyWhenTheyAreAccepted)
{
    settings.change([](SettingsValues& values) {
        values.theme = Theme::Dark;
        values.hasReducedMotion = true;
        values.rulesOff = {u"probe"_s};
        values.geometry = "where it was";
    });
    open();

    button(QDialogButtonBox::RestoreDefaults).click();
    EXPECT_EQ(settings.values().theme, Theme::Dark);
    button(QDialogButtonBox::Ok).click();

    SettingsValues wanted;
    wanted.geometry = "where it was";
    EXPECT_EQ(settings.values(), wanted);
}

TEST_F(Preferences, TabGoesThroughAPageFromTopToBottom)
{
    open();
    turnTo(kDesktop);
    dialog->findChild<QListWidget*>()->setFocus();

    for (const QString& name :
         {u"notifications"_s, u"trayIcon"_s, u"closeToTray"_s, u"startWithSession"_s}) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        EXPECT_EQ(dialog->focusWidget()->objectName(), name);
    }
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    EXPECT_NE(qobject_cast<QPushButton*>(dialog->focusWidget()), nullptr);
}

class PreferencesOfTheWindow : public test::WindowTest {
protected:
    void SetUp() override { open({tcpListener(931).ownedBy(process("nc"))}); }
};

TEST_F(PreferencesOfTheWindow, OpenByTheirKeyAndApplyToTheWatcherAtOnce)
{
    bool isSeen = false;
    QTimer::singleShot(0, window.get(), [&] {
        auto* dialog = window->findChild<PreferencesDialog*>();
        ASSERT_NE(dialog, nullptr);
        isSeen = true;
        dialog->findChild<QCheckBox*>(u"unassigned-listener"_s)->click();
        dialog->accept();
    });

    QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);

    EXPECT_TRUE(isSeen);
    EXPECT_FALSE(monitor->rules().isOn(WatchRule::UnassignedListener));
    EXPECT_TRUE(monitor->rules().isOn(WatchRule::UnassignedPeer));
}

}  // namespace
}  // namespace quaywatch
