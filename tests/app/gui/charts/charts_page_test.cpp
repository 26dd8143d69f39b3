// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/charts/charts_page.h"

#include "app/charts/time_chart.h"
#include "app/gui/charts/subject_box.h"
#include "app/gui/widgets/segments.h"
#include "app/text/count_text.h"
#include "tests/support/sockets/traffic_builder.h"

#include <gtest/gtest.h>
#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Chart = ChartsPage::Chart;

constexpr PortId kHttp{80, Protocol::Tcp};

class ChartsPageTest : public testing::Test {
protected:
    void SetUp() override
    {
        page.resize(1000, 700);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    void watch(int polls, const std::string& program = "nginx")
    {
        for (int i = 0; i < polls; ++i) {
            now += 15s;
            TrafficSample sample = test::sampleOf(now, 15s, {3, 2, 1, 15'000, 0});
            sample.ports[kHttp] = {2, 1, 1, 0, 0};
            sample.programs["/usr/sbin/nginx"] = {program, {1, 4, 1, 0, 0}};
            series.add(sample);
            page.apply({});
        }
    }
    [[nodiscard]] QString readout(Chart chart) const { return page.chart(chart).readout(); }
    [[nodiscard]] const QLabel& emptyText() const
    {
        return *page.findChild<QLabel*>(u"chartsEmpty"_s);
    }

    std::chrono::system_clock::time_point now = test::kNoon;
    TrafficSeries series;
    ChartsPage page{series};
};

TEST_F(ChartsPageTest, SaysThatThereIsTooLittleDataToDraw)
{
    EXPECT_TRUE(emptyText().isVisible());
    EXPECT_FALSE(page.chart(Chart::Bytes).isVisible());

    watch(3);

    EXPECT_FALSE(emptyText().isVisible());
    EXPECT_TRUE(page.chart(Chart::Bytes).isVisible());
}

TEST_F(ChartsPageTest, ShowsTheWholeMachineFirst)
{
    watch(3);

    EXPECT_EQ(readout(Chart::Listeners), u"3"_s);
    EXPECT_EQ(readout(Chart::Connections), u"2"_s);
    EXPECT_EQ(readout(Chart::Opened), u"4 per minute"_s);
    EXPECT_EQ(readout(Chart::Bytes), u"Received 1 kB/s, Sent 0 B/s"_s);
}

TEST_F(ChartsPageTest, ShowsAPort)
{
    watch(3);

    EXPECT_TRUE(page.selectPort(80));

    EXPECT_EQ(readout(Chart::Connections), u"1"_s);
    EXPECT_EQ(page.chart(Chart::Listeners).accessibleName(), u"Listening sockets"_s);
    EXPECT_FALSE(page.selectPort(81));
    EXPECT_EQ(page.subjectBox().subject(), TrafficScope(kHttp));
}

TEST_F(ChartsPageTest, FindsAProgramByPartOfItsName)
{
    watch(3);
    SubjectBox& box = page.subjectBox();
    box.setFocus();
    box.lineEdit()->selectAll();

    QTest::keyClicks(&box, u"GIN"_s);
    QAbstractItemView* found = box.completer()->popup();
    ASSERT_TRUE(found->isVisible());
    QTest::keyClick(found, Qt::Key_Down);
    QTest::keyClick(found, Qt::Key_Return);

    EXPECT_EQ(box.subject(), TrafficScope(std::string("/usr/sbin/nginx")));
    EXPECT_EQ(readout(Chart::Connections), u"4"_s);
}

TEST_F(ChartsPageTest, RejectsTextThatIsNotAChoice)
{
    watch(3);
    SubjectBox& box = page.subjectBox();
    QSignalSpy changes(&box, &SubjectBox::subjectChanged);
    box.setFocus();
    box.lineEdit()->selectAll();

    QTest::keyClicks(&box, u"nothing of this name"_s);
    QTest::keyClick(&box, Qt::Key_Return);
    page.chart(Chart::Bytes).setFocus();

    EXPECT_EQ(changes.count(), 0);
    EXPECT_EQ(box.currentText(), u"Whole machine"_s);
}

TEST_F(ChartsPageTest, PassesThePagesKeysToAChartAndNotToTheComboBox)
{
    const QWidget* before = &page.focusTarget();

    watch(3);

    EXPECT_EQ(&page.focusTarget(), before) << "its keys are unchanged";
    EXPECT_EQ(before, &page.chart(Chart::Listeners));
}

TEST_F(ChartsPageTest, DoesNotRebuildUnchangedChoices)
{
    watch(3);
    const int count = page.subjectBox().count();
    QSignalSpy resets(page.subjectBox().model(), &QAbstractItemModel::rowsInserted);

    watch(3);

    EXPECT_EQ(page.subjectBox().count(), count);
    EXPECT_EQ(resets.count(), 0);
}

TEST_F(ChartsPageTest, ShowsAHostileNameLiterally)
{
    watch(3, "<img src=x>\n\x1b[31m&evil\xff");
    SubjectBox& box = page.subjectBox();
    ASSERT_TRUE(box.choose(std::string("/usr/sbin/nginx")));

    EXPECT_TRUE(box.currentText().startsWith(u"<img src=x>"_s));
    EXPECT_FALSE(box.currentText().contains(u'\n'));
    EXPECT_FALSE(box.currentText().contains(u'\x1b'));
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        EXPECT_FALSE(label->textFormat() != Qt::PlainText && label->text().contains(u"img"_s));
    }
}

TEST_F(ChartsPageTest, DrawsNothingWhileItIsHidden)
{
    watch(3);
    page.hide();
    now += 15s;
    series.add(test::sampleOf(now, 15s, {99, 0, 0, 0, 0}));
    page.apply({});
    EXPECT_EQ(readout(Chart::Listeners), u"3"_s);

    page.show();

    EXPECT_EQ(readout(Chart::Listeners), u"99"_s);
}

TEST_F(ChartsPageTest, KeepsItsRange)
{
    watch(50);
    page.setRange(TrafficRange::Day);
    ChartsPage other(series);

    other.restoreState(page.state());

    EXPECT_EQ(other.range(), TrafficRange::Day);
    other.restoreState("nonsense");
    EXPECT_EQ(other.range(), TrafficRange::Day);
}

TEST_F(ChartsPageTest, TheTimeSpanIsOneControl)
{
    auto* spans = page.findChild<Segments*>();
    ASSERT_NE(spans, nullptr);

    spans->setCurrentIndex(1);
    EXPECT_EQ(page.range(), TrafficRange::Day);

    page.setRange(TrafficRange::Hour);
    EXPECT_EQ(spans->currentIndex(), 0);
}

TEST_F(ChartsPageTest, APictureShowsNeitherFocusNorPointer)
{
    watch(20);
    const auto picture = [this] { return page.exporter()(ExportFormat::Png); };
    page.setFocus();
    QCoreApplication::processEvents();  // The charts get their size.
    const QByteArray before = picture();

    TimeChart& chart = page.chart(Chart::Connections);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Left);
    ASSERT_TRUE(chart.pointedTime().has_value());

    EXPECT_EQ(picture(), before);
    EXPECT_TRUE(chart.pointedTime().has_value()) << "the selection stays";
}

TEST_F(ChartsPageTest, TitlesSayWhatIsCounted)
{
    const QList<QLabel*> labels = page.chart(Chart::Listeners).findChildren<QLabel*>();

    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->toolTip().contains(CountText::listening());
    }));
}

TEST_F(ChartsPageTest, CopiesTheTextOfTheCharts)
{
    watch(3);

    EXPECT_EQ(page.selectionText().split(u'\n').at(1), u"Open connections\t2"_s);
}

}  // namespace
}  // namespace quaywatch
