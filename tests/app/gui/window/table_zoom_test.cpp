// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/table_zoom.h"

#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QTableView>
#include <QWheelEvent>

#include <vector>

namespace quaywatch {
namespace {

using test::tcpListener;

class TableZoomTest : public test::WindowTest {
protected:
    void SetUp() override { open({tcpListener(931).id(1)}); }
    [[nodiscard]] QAbstractItemView& view() const { return page().view(); }
    [[nodiscard]] qreal size() const { return view().font().pointSizeF(); }
    [[nodiscard]] int rowHeight() const
    {
        return view().visualRect(view().model()->index(0, 0)).height();
    }
    void key(Qt::Key key) const
    {
        QTest::keyClick(window.get(), key, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    void wheel(int angle, Qt::KeyboardModifiers modifiers) const
    {
        QWheelEvent event({5, 5}, view().viewport()->mapToGlobal(QPointF(5, 5)), {}, {0, angle},
                          Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view().viewport(), &event);
        QCoreApplication::processEvents();
    }
};

TEST_F(TableZoomTest, TheKeysChangeTheTextOfAllTablesAndTheirRows)
{
    const qreal normal = size();
    const int height = rowHeight();

    for (int i = 0; i < 4; ++i) {
        key(Qt::Key_Plus);
    }

    EXPECT_NEAR(size(), normal * 1.4, 0.01);
    EXPECT_GT(rowHeight(), height);
    window->showView(u"connections");
    EXPECT_NEAR(size(), normal * 1.4, 0.01);
    key(Qt::Key_0);
    EXPECT_NEAR(size(), normal, 0.01);
    window->showView(u"listeners");
    EXPECT_EQ(rowHeight(), height);
}

TEST_F(TableZoomTest, TheWheelNeedsTheControlKeyAndAddsUpSmallTurns)
{
    const qreal normal = size();

    wheel(120, Qt::NoModifier);
    EXPECT_NEAR(size(), normal, 0.01);
    wheel(60, Qt::ControlModifier);
    EXPECT_NEAR(size(), normal, 0.01);
    wheel(60, Qt::ControlModifier);
    EXPECT_NEAR(size(), normal * 1.1, 0.01);
    wheel(-120, Qt::ControlModifier);
    EXPECT_NEAR(size(), normal, 0.01);
}

TEST_F(TableZoomTest, HasLimits)
{
    for (int i = 0; i < 40; ++i) {
        key(Qt::Key_Minus);
    }
    EXPECT_EQ(settings.values().tableZoomPercent, TableZoom::kLeastPercent);
    wheel(120 * 100, Qt::ControlModifier);
    EXPECT_EQ(settings.values().tableZoomPercent, TableZoom::kMaxPercent);
}

TEST_F(TableZoomTest, CompactRowsAreLowerInAllTables)
{
    const auto heights = [this] {
        std::vector<int> each{rowHeight()};
        for (const auto* table : window->findChildren<QTableView*>()) {
            each.push_back(table->verticalHeader()->defaultSectionSize());
        }
        return each;
    };
    const std::vector<int> comfortable = heights();
    ASSERT_GE(comfortable.size(), 4U);

    settings.change([](SettingsValues& values) { values.hasCompactRows = true; });
    QCoreApplication::processEvents();

    const std::vector<int> compact = heights();
    ASSERT_EQ(compact.size(), comfortable.size());
    for (std::size_t i = 0; i < compact.size(); ++i) {
        EXPECT_LT(compact[i], comfortable[i]) << i;
        EXPECT_GE(compact[i], view().fontMetrics().height());
    }
    key(Qt::Key_Plus);
    EXPECT_LT(rowHeight(), comfortable[0]) << "zoomed, the rows are still compact";
    settings.change([](SettingsValues& values) { values.hasCompactRows = false; });
    key(Qt::Key_0);
    EXPECT_EQ(heights(), comfortable);
}

}  // namespace
}  // namespace quaywatch
