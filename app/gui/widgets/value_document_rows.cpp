// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The named values of a ValueDocument: their labels are as wide as the widest one in its language
/// and font, and paths have one line each.

#include "app/gui/widgets/theme.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/bounded_text.h"
#include "app/text/qt_text.h"

#include <QFontMetrics>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTextTable>
#include <QTextTableCell>

#include <algorithm>
#include <cstdlib>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRowCellPadding = 2;
/// Space between a label and its value.
constexpr int kLabelGap = 12;
/// A path has at least this many letters, however narrow the page is.
constexpr int kMinPath = 12;

}  // namespace

QTextCursor ValueDocument::startRow(const QString& name)
{
    if (m_values == nullptr) {
        startBlock({});
        QTextTableFormat plain;
        plain.setBorder(0);
        plain.setCellPadding(kRowCellPadding);
        plain.setCellSpacing(0);
        m_values = m_cursor.insertTable(1, 2, plain);
        m_built.tables.push_back(m_values);
    } else {
        m_values->appendRows(1);
    }
    const int row = m_values->rows() - 1;
    QTextCursor left = m_values->cellAt(row, 0).firstCursorPosition();
    insert(left, name, format(Tone::Dim));
    return m_values->cellAt(row, 1).firstCursorPosition();
}

/// Both fonts of a row stand on one line.
/// @param isMixed  The value has text in both fonts: its line has room for the taller one.
void ValueDocument::alignRow(bool isMixed)
{
    const int below = QFontMetrics(font()).ascent() - QFontMetrics(monospaceFont(font())).ascent();
    if (isMixed && below > 0) {
        return;
    }
    QTextTableCell cell = m_values->cellAt(m_values->rows() - 1, below > 0 ? 1 : 0);
    QTextTableCellFormat format = cell.format().toTableCellFormat();
    format.setTopPadding(kRowCellPadding + std::abs(below));
    cell.setFormat(format);
}

void ValueDocument::value(const QString& name, const QString& text, bool isMonospace)
{
    if (!text.isEmpty()) {
        QTextCursor cell = startRow(name);
        if (isMonospace) {
            alignRow(false);
        }
        insert(cell, text, isMonospace ? monospace(Tone::Plain) : format(Tone::Plain));
    }
}

void ValueDocument::path(const QString& name, const QString& text, const QString& note)
{
    if (text.isEmpty() || BoundedText::of(text).isCut) {
        value(name, text + note, true);
        return;
    }
    QTextCursor cell = startRow(name);
    alignRow(true);
    QTextCharFormat oneLine = standingFor(monospace(Tone::Plain), text);
    oneLine.setToolTip(forTip(text));
    const int begin = cell.position();
    cell.insertText(text, oneLine);
    const int end = cell.position();
    insert(cell, note, format(Tone::Plain));
    insert(cell, u"  "_s, format(Tone::Plain));
    insertAnchor(cell, tr("Copy"), kCopyPrefix + text);
    QTextCursor place(m_page.get());
    place.setPosition(begin);
    place.setPosition(end, QTextCursor::KeepAnchor);
    m_built.paths.push_back({place, text, note, oneLine});
    m_cursor.movePosition(QTextCursor::End);
}

void ValueDocument::values(const QString& name, const QStringList& texts, bool isMonospace)
{
    for (qsizetype i = 0; i < std::min(texts.size(), kMaxItems); ++i) {
        value(i == 0 ? name : QString(), texts[i], isMonospace);
    }
    more(texts.mid(kMaxItems));
}

void ValueDocument::link(const QString& name, const QString& text, const QString& target)
{
    QTextCursor cell = startRow(name);
    insertAnchor(cell, text, target);
    m_cursor.movePosition(QTextCursor::End);
}

void ValueDocument::links(const QString& name, const std::vector<Link>& links)
{
    QStringList rest;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (i < static_cast<std::size_t>(kMaxItems)) {
            link(i == 0 ? name : QString(), links[i].text, links[i].target);
        } else {
            rest.append(links[i].text);
        }
    }
    more(rest);
}

/// Gives the labels their width, and cuts the paths in the middle where they are too long.
void ValueDocument::fitRows()
{
    const QFontMetrics text(font());
    for (const QTextTable* table : m_rows.tables) {
        for (int row = 0; row < table->rows(); ++row) {
            const QString name = table->cellAt(row, 0).firstCursorPosition().block().text();
            m_labelWidth = std::max(m_labelWidth, text.horizontalAdvance(name));
        }
    }
    const int width = std::min(m_labelWidth + kLabelGap, viewport()->width() / 2);
    for (QTextTable* table : m_rows.tables) {
        QTextTableFormat rows = table->format();
        const QList<QTextLength> columns{QTextLength(QTextLength::FixedLength, width),
                                         QTextLength(QTextLength::VariableLength, 0)};
        if (rows.columnWidthConstraints() != columns) {
            rows.setColumnWidthConstraints(columns);
            table->setFormat(rows);
        }
    }
    const QFontMetrics figures(monospaceFont(font()));
    const int room = viewport()->width() - 2 * kPageMargin - width - 6 * kRowCellPadding -
                     text.horizontalAdvance(u"  "_s + tr("Copy"));
    const int least = figures.horizontalAdvance(QString(kMinPath, u'0'));
    for (Path& each : m_rows.paths) {
        const int left = room - text.horizontalAdvance(each.note);
        const QString shown =
            figures.elidedText(each.whole, Qt::ElideMiddle, std::max(left, least));
        if (each.place.selectedText() != shown) {
            const int begin = each.place.selectionStart();
            each.place.insertText(shown, each.format);
            each.place.setPosition(begin);
            each.place.setPosition(begin + static_cast<int>(shown.size()), QTextCursor::KeepAnchor);
        }
    }
}

void ValueDocument::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitRows();
    }
}

}  // namespace quaywatch
