// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui/alerts_page_fixture.h"

#include "app/delegates/palette_colors.h"
#include "app/models/socket_roles.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

TEST_F(AlertsPageTest, ListsAlertsNewestFirstAndCountsTheUnread)
{
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy counts(&page, &Page::countChanged);

    keeper.add({alertAbout(listenerOn(931))});
    keeper.add({alertAbout(listenerOn(932, "socat"))});

    ASSERT_EQ(model().rowCount(), 2);
    EXPECT_EQ(cell(0, AlertColumn::PortNumber), u"932/tcp"_s);
    EXPECT_EQ(cell(0, AlertColumn::Program), u"socat"_s);
    EXPECT_EQ(cell(1, AlertColumn::Reason), u"nc listens on an unassigned port"_s);
    EXPECT_EQ(page.count(), 2);
    EXPECT_GE(counts.size(), 2);
}

TEST_F(AlertsPageTest, KeepsTheSelectionWhenAlertsArrive)
{
    keeper.add({alertAbout(listenerOn(931))});
    page.selectFirst();

    keeper.add({alertAbout(listenerOn(932))});

    EXPECT_EQ(table().currentIndex().row(), 1);
    EXPECT_EQ(page.currentPort(), (PortId{931, Protocol::Tcp}));
}

TEST_F(AlertsPageTest, ARepeatedAlertMovesToTheTopWithItsSelection)
{
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    keeper.add(
        {alertAbout(listenerOn(931)), alertAbout(listenerOn(932)), alertAbout(listenerOn(933))});
    table().selectRow(1);
    const QSignalSpy resets(&model(), &QAbstractItemModel::modelReset);

    keeper.add({alertAbout(listenerOn(931)), alertAbout(listenerOn(934))});

    EXPECT_EQ(cell(0, AlertColumn::PortNumber), u"934/tcp"_s);
    EXPECT_EQ(cell(1, AlertColumn::PortNumber), u"931/tcp"_s);
    EXPECT_EQ(resets.size(), 0);
    ASSERT_EQ(table().selectionModel()->selectedRows().size(), 1);
    EXPECT_EQ(table().selectionModel()->selectedRows()[0].row(), 3);
    EXPECT_EQ(page.currentPort(), (PortId{932, Protocol::Tcp}));
}

TEST_F(AlertsPageTest, AlertsOfTodayMoveToYesterdayAtMidnight)
{
    apply({}, kAlertTime);
    keeper.add({alertAbout(listenerOn(931))});
    ASSERT_FALSE(cell(0, AlertColumn::When).startsWith(u"Yesterday"_s));

    apply({}, kAlertTime + 24h);

    EXPECT_TRUE(cell(0, AlertColumn::When).startsWith(u"Yesterday"_s))
        << cell(0, AlertColumn::When).toStdString();
}

TEST_F(AlertsPageTest, InspectingASummaryLeadsToItsSockets)
{
    apply({listenerOn(931), listenerOn(940, "socat", 2)});
    Alert summary = alertAbout(listenerOn(931));
    summary.socket = nullptr;
    summary.ports = {931, 940};
    keeper.add({summary});
    QSignalSpy asked(&page, &Page::viewRequested);
    page.selectFirst();

    EXPECT_TRUE(page.activate());
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0], (QVariantList{u"listeners"_s, u"port:931,940"_s}));

    apply({});
    EXPECT_TRUE(page.activate());
    EXPECT_EQ(asked[1][0], u"connections"_s) << "nothing listens there now";
}

TEST_F(AlertsPageTest, InspectingOneAlertShowsItsSocket)
{
    apply({listenerOn(931)});
    keeper.add({alertAbout(listenerOn(931))});
    page.selectFirst();

    EXPECT_FALSE(page.activate());
}

TEST_F(AlertsPageTest, DetailsOfManyAlertsLeaveRoomForTheList)
{
    Alert burst;
    burst.rule = WatchRule::AlertBurst;
    burst.evidence.assign(Alert::kMaxEvidence, std::string(400, 'x'));
    keeper.add({burst});

    page.selectFirst();

    const auto* area = page.findChild<QScrollArea*>();
    EXPECT_TRUE(area->isVisible());
    EXPECT_LE(area->height(), page.height() / 3);
}

TEST_F(AlertsPageTest, SelectedAlertIsPaintedInItsTintAndNotInTheSelectionColor)
{
    keeper.add({alertAbout(listenerOn(931))});
    table().selectRow(0);
    const PaletteColors& colors = PaletteColors::of(table().palette());
    QImage ground(1, 1, QImage::Format_RGB32);
    ground.fill(table().palette().color(QPalette::Base));
    QPainter(&ground).fillRect(0, 0, 1, 1, colors.alertTint(true, true));

    const QImage picture = table().viewport()->grab().toImage();

    const QRect reason =
        table().visualRect(model().index(0, static_cast<int>(AlertColumn::Reason)));
    EXPECT_EQ(picture.pixelColor(reason.right() - 3, reason.center().y()).name(),
              ground.pixelColor(0, 0).name());
}

TEST_F(AlertsPageTest, SaysSinceWhenThereWereNoAlerts)
{
    apply({});

    EXPECT_TRUE(label(u"alertsEmpty"_s).startsWith(u"Nothing unexpected has happened since "_s));
}

TEST_F(AlertsPageTest, ShowsTheEvidenceOfTheCurrentAlert)
{
    apply({listenerOn(931)});
    keeper.add({alertAbout(listenerOn(931))});

    page.selectFirst();

    EXPECT_TRUE(label(u"alertFacts"_s).contains(u"reachable from everywhere"_s));
    EXPECT_EQ(page.findChild<QLabel*>(u"alertFacts"_s)->accessibleName(), label(u"alertFacts"_s));
    EXPECT_FALSE(label(u"alertFacts"_s).contains(u"The socket is closed now"_s));
}

TEST_F(AlertsPageTest, EndsNoProcessOnceTheListenerHasClosed)
{
    apply({listenerOn(931)});
    keeper.add({alertAbout(listenerOn(931))});
    page.selectFirst();
    ASSERT_TRUE(page.currentEndTarget());
    EXPECT_EQ(page.currentEndTarget()->port, 931);

    apply({listenerOn(8080)});

    EXPECT_EQ(page.currentSocket(), nullptr);
    EXPECT_FALSE(page.currentEndTarget());
    EXPECT_TRUE(label(u"alertFacts"_s).contains(u"The socket is closed now"_s));
}

TEST_F(AlertsPageTest, FindsTheSameServiceAgainAfterARestart)
{
    keeper.add({alertAbout(listenerOn(931, "nc", 1))});
    page.selectFirst();

    apply({listenerOn(931, "nc", 2)});

    ASSERT_NE(page.currentSocket(), nullptr);
    EXPECT_EQ(page.currentSocket()->inode, 2U);
}

TEST_F(AlertsPageTest, DoesNotMistakeAnotherProgramForTheOneOfTheAlert)
{
    keeper.add({alertAbout(listenerOn(931, "nc", 1))});
    page.selectFirst();

    apply({listenerOn(931, "socat", 2)});

    EXPECT_EQ(page.currentSocket(), nullptr);
}

TEST_F(AlertsPageTest, KeyAAcknowledgesTheSelection)
{
    keeper.add({alertAbout(listenerOn(931)), alertAbout(listenerOn(932))});
    page.selectFirst();
    table().setFocus();

    QTest::keyClick(&table(), Qt::Key_A);

    EXPECT_EQ(keeper.unreadCount(), 1);
    EXPECT_TRUE(keeper.entries()[0].isAcknowledged);
    EXPECT_FALSE(model().index(0, 0).data(SeverityRole).isValid()) << "no longer highlighted";
}

TEST_F(AlertsPageTest, MutesThePortFromTheMenu)
{
    keeper.add({alertAbout(listenerOn(931))});
    page.selectFirst();
    QMenu* menu = nullptr;
    for (QMenu* each : page.findChildren<QMenu*>()) {
        menu = each->title() == u"M&ute"_s ? each : menu;
    }
    ASSERT_NE(menu, nullptr);

    emit menu->aboutToShow();
    QMenu* port = menu->actions().at(0)->menu();
    ASSERT_EQ(port->title().remove(u'&'), u"Port 931"_s);
    port->actions().last()->trigger();

    ASSERT_EQ(keeper.mutes().size(), 1U);
    EXPECT_EQ(keeper.mutes()[0], (Mute{Mute::OfPort{931}, std::nullopt}));
    EXPECT_EQ(page.count(), 0);
}

TEST_F(AlertsPageTest, ShowsOnlyUnreadAlertsOnRequest)
{
    keeper.add({alertAbout(listenerOn(931)), alertAbout(listenerOn(932))});
    keeper.acknowledge({keeper.entries()[0].id});
    QToolButton* chip = nullptr;
    for (QToolButton* each : page.findChildren<QToolButton*>()) {
        chip = each->text() == u"Unread"_s ? each : chip;
    }
    ASSERT_NE(chip, nullptr);

    chip->click();
    EXPECT_EQ(model().rowCount(), 1);
    keeper.acknowledgeAll();

    EXPECT_EQ(model().rowCount(), 0);
    EXPECT_EQ(label(u"alertsEmpty"_s), u"You have read them all."_s);
}

TEST_F(AlertsPageTest, OneKeyAcknowledgesUnreadAlertsOneByOne)
{
    keeper.add(
        {alertAbout(listenerOn(931)), alertAbout(listenerOn(932)), alertAbout(listenerOn(933))});
    for (QToolButton* each : page.findChildren<QToolButton*>()) {
        each->setChecked(each->text() == u"Unread"_s);
    }
    page.selectFirst();
    table().setFocus();

    QTest::keyClick(&table(), Qt::Key_A);
    EXPECT_EQ(page.currentPort(), (PortId{932, Protocol::Tcp}));
    QTest::keyClick(&table(), Qt::Key_A);
    QTest::keyClick(&table(), Qt::Key_A);

    EXPECT_EQ(keeper.unreadCount(), 0);
    EXPECT_EQ(model().rowCount(), 0);
}

TEST_F(AlertsPageTest, ShowsUntrustedNamesLiterally)
{
    keeper.add({alertAbout(listenerOn(931, "<b>\x1b[31m\xE2\x80\xAEx&y"))});
    page.selectFirst();

    const QString name = cell(0, AlertColumn::Program);
    EXPECT_TRUE(name.contains(u"<b>"_s));
    EXPECT_FALSE(name.contains(QChar(0x1b)));
    EXPECT_FALSE(name.contains(QChar(0x202e)));
    EXPECT_FALSE(cell(0, AlertColumn::Reason).contains(QChar(0x1b)));
    EXPECT_FALSE(cell(0, AlertColumn::Reason).contains(QChar(0x202e)));
    EXPECT_TRUE(cell(0, AlertColumn::Reason, Qt::ToolTipRole).contains(u"&lt;b&gt;"_s));
    EXPECT_EQ(page.findChild<QLabel*>(u"alertFacts"_s)->textFormat(), Qt::PlainText);
}

TEST_F(AlertsPageTest, DescribesEachCellToAScreenReader)
{
    keeper.add({alertAbout(listenerOn(931))});

    EXPECT_EQ(cell(0, AlertColumn::Level, Qt::AccessibleTextRole), u"severity High, new"_s);
    EXPECT_EQ(cell(0, AlertColumn::Count, Qt::AccessibleTextRole), u"once"_s);
    for (int column = 0; column < kAlertColumnCount; ++column) {
        EXPECT_FALSE(model().index(0, column).data(Qt::AccessibleTextRole).toString().isEmpty());
    }
}

TEST_F(AlertsPageTest, ExportsTheListedAlerts)
{
    keeper.add({alertAbout(listenerOn(931, "=1+1"))});
    const Exporter exporter = page.exporter();

    const auto json = nlohmann::json::parse(exporter(ExportFormat::Json).toStdString());
    const QByteArray csv = exporter(ExportFormat::Csv);

    ASSERT_EQ(json["alerts"].size(), 1U);
    EXPECT_EQ(json["alerts"][0]["rule"], "unassigned-listener");
    EXPECT_EQ(json["alerts"][0]["socket"]["local"]["port"], 931);
    EXPECT_EQ(json["alerts"][0]["acknowledged"], false);
    EXPECT_EQ(csv.count("\r\n"), 2);
    EXPECT_TRUE(csv.contains(",931,,/usr/bin/=1+1,'=1+1 listens"));
}

TEST(AlertsPage, WorksWithoutAKeeper)
{
    AlertsPage page(nullptr);

    EXPECT_FALSE(page.count());
    EXPECT_FALSE(page.exporter());
    EXPECT_EQ(page.currentSocket(), nullptr);
}

}  // namespace
}  // namespace quaywatch::test
