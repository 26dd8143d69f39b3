// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/value_document.h"

#include "app/delegates/cell_style.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTextTable>

#include <algorithm>

namespace quaywatch {

void ValueDocument::badges(const std::vector<Badge>& badges)
{
    constexpr int kMinWidth = 104;
    constexpr int kCellGap = 3;
    const int margin = badgeMargin(font());
    const QFontMetrics metrics(badgeFontFor(font()));
    int width = kMinWidth;
    for (const Badge& badge : badges) {
        width = std::max(width, metrics.horizontalAdvance(badge.text) + 3 * margin);
    }
    startBlock({});
    QTextTableFormat plain;
    plain.setBorder(0);
    plain.setCellPadding(kCellGap);
    plain.setCellSpacing(0);
    plain.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, width),
                                     QTextLength(QTextLength::VariableLength, 0)});
    QTextTable* table = m_cursor.insertTable(static_cast<int>(badges.size()), 2, plain);
    QTextBlockFormat indented;
    indented.setLeftMargin(margin);
    for (int row = 0; row < table->rows(); ++row) {
        const Badge& badge = badges[static_cast<std::size_t>(row)];
        QTextCursor left = table->cellAt(row, 0).firstCursorPosition();
        left.setBlockFormat(indented);
        left.insertText(badge.text, badgeFormat(badge.tone, badge.shape, font(), palette()));
        QTextCursor right = table->cellAt(row, 1).firstCursorPosition();
        insert(right, badge.meaning, format(Tone::Plain));
    }
}

void ValueDocument::paintEvent(QPaintEvent* event)
{
    if (m_shown != nullptr) {
        QPainter painter(viewport());
        const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
        paintBadges(painter, *m_shown, -QPointF(scrolled), palette());
    }
    QTextBrowser::paintEvent(event);
}

}  // namespace quaywatch
