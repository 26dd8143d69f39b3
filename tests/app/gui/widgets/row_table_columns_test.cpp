// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/row_table_columns.h"
#include "app/delegates/row_table_delegate.h"
#include "app/gui/widgets/row_table.h"
#include "app/models/alert_model.h"
#include "app/models/history_model.h"

#include <gtest/gtest.h>
#include <QHeaderView>
#include <QTableView>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

template <typename Model>
class RowTableColumnsTest : public testing::Test {
protected:
    RowTableColumnsTest()
    {
        m_columns = &setUpRowTable(m_table, m_model, u"Rows"_s);
        m_table.resize(1000, 400);
        m_table.show();
    }
    void setPoints(int points)
    {
        QFont font = m_table.font();
        font.setPointSize(points);
        m_table.setFont(font);
    }
    [[nodiscard]] RowTableColumns& columns() { return *m_columns; }
    [[nodiscard]] QHeaderView& header() { return *m_table.horizontalHeader(); }
    [[nodiscard]] std::vector<int> widths()
    {
        std::vector<int> widths;
        for (int section = 0; section < header().count(); ++section) {
            widths.push_back(header().sectionSize(section));
        }
        return widths;
    }
    void expectWhole()
    {
        const auto& delegate = dynamic_cast<RowTableDelegate&>(*m_table.itemDelegate());
        for (int section = 0; section < header().count(); ++section) {
            EXPECT_GE(header().sectionSize(section), titleWidth(header(), section)) << section;
            if (!m_model.samples(section).mayBeCut) {
                EXPECT_GE(header().sectionSize(section), delegate.contentWidth(m_model, section))
                    << section;
            }
        }
    }

    Model m_model;
    QTableView m_table;
    RowTableColumns* m_columns = nullptr;
};

using Models = testing::Types<AlertModel, HistoryModel>;
TYPED_TEST_SUITE(RowTableColumnsTest, Models);

TYPED_TEST(RowTableColumnsTest, ShowTheirUsualContentWholeInEveryFont)
{
    for (const int points : {8, 9, 12, 16, 24}) {
        this->setPoints(points);
        this->expectWhole();
        EXPECT_GE(this->m_table.verticalHeader()->defaultSectionSize(),
                  this->m_table.fontMetrics().height());
    }
}

TYPED_TEST(RowTableColumnsTest, FollowTheFontThereAndBack)
{
    const std::vector<int> before = this->widths();
    this->setPoints(20);
    EXPECT_NE(this->widths(), before);
    this->setPoints(QFont().pointSize());
    EXPECT_EQ(this->widths(), before);
}

TYPED_TEST(RowTableColumnsTest, RestoreAWidthWithTheFontThatItBelongsTo)
{
    const int chosen = this->header().sectionSize(0) + 40;
    this->header().resizeSection(0, chosen);
    const QByteArray state = this->columns().state();

    TypeParam model;
    QTableView other;
    RowTableColumns& restored = setUpRowTable(other, model, u"Rows"_s);
    other.resize(1000, 400);
    other.show();
    restored.restore(state);
    EXPECT_EQ(other.horizontalHeader()->sectionSize(0), chosen);

    QFont large = other.font();
    large.setPointSize(2 * large.pointSize());
    QTableView zoomed;
    zoomed.setFont(large);
    RowTableColumns& scaled = setUpRowTable(zoomed, model, u"Rows"_s);
    scaled.restore(state);
    EXPECT_GT(zoomed.horizontalHeader()->sectionSize(0), chosen * 3 / 2);
}

TYPED_TEST(RowTableColumnsTest, IgnoreAStateThatDoesNotFit)
{
    const std::vector<int> before = this->widths();
    const QByteArray font = this->m_table.font().toString().toUtf8();
    const QByteArray count = QByteArray::number(this->header().count());

    for (const QByteArray& state :
         {QByteArray(), QByteArray("\xff\xfe"), "99;" + font + ";0:300", QByteArray(count),
          count + ';' + font + ";0:-7", count + ';' + font + ";0:2000000000",
          count + ';' + font + ";77:300"}) {
        this->columns().restore(state);
        EXPECT_EQ(this->widths(), before) << state.toStdString();
    }
}

TYPED_TEST(RowTableColumnsTest, KeepAWidthThatTheUserChose)
{
    const int chosen = this->header().sectionSize(0) + 40;
    this->header().resizeSection(0, chosen);
    this->m_table.resize(700, 400);
    EXPECT_EQ(this->header().sectionSize(0), chosen);

    this->setPoints(2 * QFont().pointSize());
    EXPECT_GT(this->header().sectionSize(0), chosen * 3 / 2);
    this->setPoints(QFont().pointSize());
    EXPECT_EQ(this->header().sectionSize(0), chosen);
}

TYPED_TEST(RowTableColumnsTest, FillTheTable)
{
    for (const int width : {1000, 1500, 1100}) {
        this->m_table.resize(width, 400);
        EXPECT_EQ(this->header().length(), this->m_table.viewport()->width());
    }
    this->header().resizeSection(1, this->header().sectionSize(1) + 20);
    EXPECT_EQ(this->header().length(), this->m_table.viewport()->width());
}

}  // namespace
}  // namespace quaywatch
