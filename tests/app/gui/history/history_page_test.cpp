// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/history/history_page.h"
#include "app/gui/widgets/segments.h"
#include "app/gui/widgets/switch_button.h"
#include "app/history/history_controller.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/sockets/traffic_builder.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <QAbstractItemDelegate>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::kSomeMorning;
using test::process;
using test::tcpListener;

class HistoryPageTest : public testing::Test {
protected:
    void open()
    {
        page = std::make_unique<HistoryPage>(&history, settings);
        page->resize(1000, 600);
        page->applySettings(settings.values());
        QSignalSpy answers(&history, &HistoryController::timelineReady);
        page->show();
        ASSERT_TRUE(answers.wait(10'000));
    }
    /// Calls the function and waits for the answer of the history.
    template <class Signal, class Act>
    void answered(Signal signal, Act act)
    {
        QSignalSpy answers(&history, signal);
        act();
        ASSERT_TRUE(answers.wait(10'000));
    }
    [[nodiscard]] QTableView& table() const
    {
        return dynamic_cast<QTableView&>(page->focusTarget());
    }
    [[nodiscard]] int rowCount() const { return table().model()->rowCount(); }
    [[nodiscard]] QString cell(int row, HistoryColumn column) const
    {
        return table().model()->index(row, static_cast<int>(column)).data().toString();
    }
    [[nodiscard]] QString emptyText() const
    {
        const auto* label = page->findChild<QLabel*>(u"historyEmpty"_s);
        return label->isHidden() ? QString() : label->text();
    }

    test::TempDir dir{test::memoryFolder()};
    test::TimedMachine machine;
    HistoryTime now = kSomeMorning + 1h;
    Settings settings{QString()};
    HistoryController history{QString::fromStdString(dir.path("h.sqlite")), [this] { return now; }};
    std::unique_ptr<HistoryPage> page;
};

SocketRecord listener(Port port, const std::string& program)
{
    return tcpListener(port).ownedBy(process(program)).id(port);
}

TEST_F(HistoryPageTest, ExplainsItselfWhileItIsEmpty)
{
    open();

    EXPECT_TRUE(emptyText().startsWith(u"Nothing recorded yet"_s)) << emptyText().toStdString();
}

TEST_F(HistoryPageTest, ShowsTheTimelineNewestFirst)
{
    history.record(machine.at(0s, {}));
    history.record(machine.at(1s, {listener(80, "nginx")}));
    open();

    ASSERT_EQ(rowCount(), 2);
    EXPECT_EQ(cell(0, HistoryColumn::Program), u"nginx"_s);
    EXPECT_EQ(cell(1, HistoryColumn::What), u"Started"_s);
    EXPECT_TRUE(emptyText().isEmpty());
}

TEST_F(HistoryPageTest, NoBadgeIsCut)
{
    history.record(machine.at(0s, {tcpListener(931).ownedBy(process("nc"))}));
    open();
    const auto event = static_cast<int>(HistoryColumn::What);
    ASSERT_GT(rowCount(), 1);

    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex index = table().model()->index(row, event);
        EXPECT_GE(table().columnWidth(event), table().itemDelegate()->sizeHint({}, index).width())
            << index.data().toString().toStdString();
    }
}

TEST_F(HistoryPageTest, SearchNarrowsAndSaysWhenNothingMatches)
{
    history.record(machine.at(0s, {listener(22, "sshd"), listener(80, "nginx")}));
    open();

    answered(&HistoryController::timelineReady, [&] { page->setSearch(u"nginx"_s); });
    EXPECT_EQ(rowCount(), 1);

    answered(&HistoryController::timelineReady, [&] { page->setSearch(u"caddy"_s); });
    EXPECT_EQ(rowCount(), 0);
    EXPECT_TRUE(emptyText().contains(u"matches this search"_s));
}

TEST_F(HistoryPageTest, SearchForAPortShowsItsConnections)
{
    TrafficSample sample = test::sampleOf(now, 1s);
    sample.ports[{22, Protocol::Tcp}] = {1, 1, 1, 3000, 4000};
    history.recordTraffic(std::make_shared<const TrafficSample>(sample));
    history.record(machine.at(0s, {listener(22, "sshd")}));
    open();

    answered(&HistoryController::timelineReady, [&] { page->selectPort(22); });

    const auto* note = page->findChild<QLabel*>(u"historyNote"_s);
    EXPECT_TRUE(note->text().contains(u'1')) << note->text().toStdString();
    EXPECT_TRUE(note->text().contains(u"24 hours; 3.00 kB came in and 4.00 kB went out"_s))
        << note->text().toStdString();
}

TEST_F(HistoryPageTest, ComparisonListsTheDifferences)
{
    history.record(machine.at(0s, {listener(80, "nginx")}));
    now = kSomeMorning + 30h;
    history.record(machine.at(29h, {listener(80, "apache2"), listener(931, "nc")}));
    open();

    answered(&HistoryController::changesReady, [&] { page->setMode(HistoryPage::Mode::Changes); });

    ASSERT_EQ(rowCount(), 2);
    EXPECT_EQ(cell(0, HistoryColumn::What), u"Changed"_s);
    EXPECT_EQ(cell(0, HistoryColumn::Program), u"apache2"_s);
    EXPECT_TRUE(cell(0, HistoryColumn::Details).contains(u"nginx"_s));
    EXPECT_EQ(cell(1, HistoryColumn::What), u"New"_s);
    EXPECT_EQ(page->findChild<QComboBox*>(u"historySince"_s)->currentText(),
              u"Yesterday, this time"_s);
}

TEST_F(HistoryPageTest, ComparisonSaysWhenAShorterHistoryBegins)
{
    history.record(machine.at(0s, {listener(22, "sshd"), listener(80, "nginx")}));
    open();

    answered(&HistoryController::changesReady, [&] { page->setMode(HistoryPage::Mode::Changes); });

    EXPECT_EQ(rowCount(), 0) << "what the first poll found is not new";
    EXPECT_EQ(emptyText(), u"Nothing changed since the history began"_s);
    const QString note = page->findChild<QLabel*>(u"historyNote"_s)->text();
    EXPECT_TRUE(note.contains(u"when the history began"_s)) << note.toStdString();
}

TEST_F(HistoryPageTest, SavedPointCanBeChosenAndDeleted)
{
    history.record(machine.at(0s, {}));
    open();
    answered(&HistoryController::overviewReady, [&] { history.savePoint(u"before lunch"_s); });
    page->setMode(HistoryPage::Mode::Changes);
    auto* choice = page->findChild<QComboBox*>(u"historySince"_s);
    const int at = choice->findText(u"Saved: before lunch"_s);
    ASSERT_GE(at, 0);

    answered(&HistoryController::changesReady, [&] { choice->setCurrentIndex(at); });
    EXPECT_TRUE(emptyText().startsWith(u"Nothing changed"_s)) << emptyText().toStdString();

    answered(&HistoryController::overviewReady, [&] { history.forgetPoint(1); });
    EXPECT_EQ(choice->findText(u"Saved: before lunch"_s), -1);
}

TEST_F(HistoryPageTest, ExportsTheShownRows)
{
    open();
    EXPECT_FALSE(page->exporter());
    history.record(machine.at(0s, {listener(80, "nginx")}));
    answered(&HistoryController::timelineReady, [&] { page->setSearch(u"nginx"_s); });

    const Exporter exporter = page->exporter();

    ASSERT_TRUE(exporter);
    EXPECT_TRUE(exporter(ExportFormat::Csv).contains("opened"));
    EXPECT_TRUE(exporter(ExportFormat::Json).contains("\"nginx\""));
}

TEST_F(HistoryPageTest, ReturnOnARowShowsOnlyItsPort)
{
    history.record(machine.at(0s, {listener(22, "sshd"), listener(80, "nginx")}));
    open();
    page->selectFirst();
    const QString port = cell(0, HistoryColumn::LocalPort);

    answered(&HistoryController::timelineReady, [&] { QTest::keyClick(&table(), Qt::Key_Return); });

    EXPECT_EQ(rowCount(), 1);
    EXPECT_EQ(page->search(), port);
}

TEST_F(HistoryPageTest, ReportsThatADamagedFileWasMovedAside)
{
    dir.write("h.sqlite", std::string(5000, 'x'));
    history.record(machine.at(0s, {listener(80, "nginx")}));
    open();

    const auto* note = page->findChild<QLabel*>(u"historyNote"_s);
    EXPECT_TRUE(note->text().contains(u"h-damaged-2026-11-23"_s)) << note->text().toStdString();
}

TEST_F(HistoryPageTest, CanBeSwitchedOffInTheSettings)
{
    history.record(machine.at(0s, {}));
    open();
    auto* recording = page->findChild<SwitchButton*>(u"historyRecording"_s);
    ASSERT_TRUE(recording->isChecked());
    ASSERT_TRUE(recording->isActive());

    recording->click();

    EXPECT_FALSE(settings.values().hasHistory);
}

TEST_F(HistoryPageTest, TheSwitchIsNotLitWhileNothingCanBeRecorded)
{
    dir.write("file", "not a folder");
    HistoryController broken(QString::fromStdString(dir.path("file/h.sqlite")));
    QSignalSpy changes(&broken, &HistoryController::statusChanged);
    HistoryPage other(&broken, settings);
    other.applySettings(settings.values());
    other.show();

    broken.record(machine.at(0s, {listener(80, "nginx")}));
    ASSERT_TRUE(changes.wait(10'000));

    const auto* recording = other.findChild<SwitchButton*>(u"historyRecording"_s);
    EXPECT_TRUE(recording->isChecked()) << "it is wanted";
    EXPECT_FALSE(recording->isActive());
    EXPECT_TRUE(recording->toolTip().contains(u"nothing is recorded"_s));
}

TEST_F(HistoryPageTest, TheChoiceOfModesIsOneControl)
{
    history.record(machine.at(0s, {listener(80, "nginx")}));
    open();
    auto* modes = page->findChild<Segments*>(u"historyModes"_s);

    answered(&HistoryController::changesReady, [&] { modes->setCurrentIndex(1); });
    EXPECT_EQ(table().accessibleName(), u"What changed"_s);

    page->setMode(HistoryPage::Mode::Timeline);
    EXPECT_EQ(modes->currentIndex(), 0);
}

TEST_F(HistoryPageTest, SaysThatThereIsNoHistory)
{
    HistoryPage without(nullptr, settings);
    without.show();
    without.setMode(HistoryPage::Mode::Changes);

    EXPECT_EQ(without.findChild<QLabel*>(u"historyEmpty"_s)->text(), u"There is no history here"_s);
}

}  // namespace

}  // namespace quaywatch
