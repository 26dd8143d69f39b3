// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/row_table_columns.h"

#include "app/delegates/row_table_delegate.h"
#include "app/gui/widgets/column_layout.h"
#include "app/gui/widgets/row_table.h"
#include "app/models/row_table_model.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStringList>
#include <QTableView>

#include <algorithm>
#include <utility>
#include <vector>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A wider column in a saved state is not a choice of the user's.
constexpr int kMaxWidth = 10'000;

}  // namespace

RowTableColumns::RowTableColumns(QTableView& table, const RowTableModel& model,
                                 RowTableDelegate& delegate)
    : QObject(&table)
    , m_table(table)
    , m_header(*table.horizontalHeader())
    , m_model(model)
    , m_delegate(delegate)
{
    followFont();
    connect(&m_header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!m_isLayingOut) {
            keep(section, width);
        }
    });
    table.installEventFilter(this);
    table.viewport()->installEventFilter(this);
    m_header.installEventFilter(this);
}

bool RowTableColumns::eventFilter(QObject* watched, QEvent* event)
{
    const bool isFont = event->type() == QEvent::FontChange;
    if (isFont && watched != m_table.viewport()) {
        followFont();
    } else if (event->type() == QEvent::Resize && watched == m_table.viewport()) {
        layOut();
    }
    return QObject::eventFilter(watched, event);
}

void RowTableColumns::followFont()
{
    m_delegate.setFont(m_table.font());
    m_table.verticalHeader()->setDefaultSectionSize(m_delegate.rowHeight());
    layOut();
}

void RowTableColumns::setCompact(bool isCompact)
{
    m_delegate.setCompact(isCompact);
    m_table.verticalHeader()->setDefaultSectionSize(m_delegate.rowHeight());
}

void RowTableColumns::layOut()
{
    const int count = m_header.count();
    std::vector<ColumnNeed> needs;
    for (int section = 0; section < count; ++section) {
        const int title = titleWidth(m_header, section);
        const int content = m_delegate.contentWidth(m_model, section);
        const bool mayBeCut = m_model.samples(section).mayBeCut;
        ColumnNeed need{std::max(title, mayBeCut ? content * 2 / 3 : content),
                        std::max(title, content), section == count - 1};
        if (const auto chosen = m_chosen.find(section); chosen != m_chosen.end()) {
            need.least = need.best = chosenWidth(chosen->second);
        }
        needs.push_back(need);
    }
    const std::vector<int> widths = layOutColumns(needs, m_table.viewport()->width());
    const QScopedValueRollback guard(m_isLayingOut, true);
    for (int section = 0; section < count; ++section) {
        m_header.resizeSection(section, widths[static_cast<std::size_t>(section)]);
    }
}

/// Keeps what the user chose, and the widths of the other columns: only the last one, which has no
/// width of its own, gives or takes room then.
void RowTableColumns::keep(int section, int width)
{
    if (section < m_header.count() - 1) {
        for (int each = 0; each < m_header.count() - 1; ++each) {
            m_chosen.try_emplace(each, Chosen{m_header.sectionSize(each), m_table.font()});
        }
        m_chosen[section] = {width, m_table.font()};
        layOut();
    }
}

QByteArray RowTableColumns::state() const
{
    QStringList parts{QString::number(m_header.count()), m_table.font().toString()};
    for (const auto& [section, chosen] : m_chosen) {
        parts.append(u"%1:%2"_s.arg(section).arg(chosenWidth(chosen)));
    }
    return parts.join(u';').toUtf8();
}

void RowTableColumns::restore(const QByteArray& state)
{
    const QStringList parts = QString::fromUtf8(state).split(u';');
    QFont font;
    if (parts.size() < 2 || parts[0] != QString::number(m_header.count()) ||
        !font.fromString(parts[1])) {
        return;
    }
    std::map<int, Chosen> chosen;
    for (const QString& part : parts.mid(2)) {
        const int section = part.section(u':', 0, 0).toInt();
        const int width = part.section(u':', 1).toInt();
        if (section < 0 || section >= m_header.count() - 1 || width <= 0 || width > kMaxWidth) {
            return;
        }
        chosen[section] = {width, font};
    }
    m_chosen = std::move(chosen);
    layOut();
}

int RowTableColumns::chosenWidth(const Chosen& chosen) const
{
    const auto lengthIn = [](const QFont& font) {
        return std::max(1, QFontMetrics(font).horizontalAdvance(u"0000000000"_s));
    };
    return chosen.width * lengthIn(m_table.font()) / lengthIn(chosen.font);
}

}  // namespace quaywatch
