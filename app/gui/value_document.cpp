// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/value_document.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextTable>
#include <QUrl>

#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kCopyPrefix = "copy:"_L1;
constexpr int kMargin = 14;

QTextBlockFormat spaced(qreal above, qreal below = 0)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    return format;
}

}  // namespace

ValueDocument::ValueDocument(QWidget* parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard |
                            Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(this, &QTextBrowser::anchorClicked, this, &ValueDocument::follow);
}

void ValueDocument::begin()
{
    m_page = std::make_unique<QTextDocument>();
    m_page->setUndoRedoEnabled(false);
    m_page->setDefaultFont(font());
    m_page->setDocumentMargin(kMargin);
    m_page->setDefaultTextOption(document()->defaultTextOption());
    m_cursor = QTextCursor(m_page.get());
    m_values = nullptr;
    m_targets.clear();
    m_isEmpty = true;
}

void ValueDocument::startBlock(const QTextBlockFormat& format)
{
    m_values = nullptr;
    if (m_isEmpty) {
        m_cursor.setBlockFormat(format);
    } else {
        m_cursor.movePosition(QTextCursor::End);
        m_cursor.insertBlock(format, {});
    }
    m_isEmpty = false;
}

void ValueDocument::title(const QString& text)
{
    startBlock(spaced(0, 2));
    QTextCharFormat big = format(Tone::Plain);
    big.setFontWeight(QFont::Bold);
    big.setFontPointSize(font().pointSizeF() * 1.5);
    m_cursor.insertText(text, big);
}

void ValueDocument::heading(const QString& text)
{
    startBlock(spaced(16, 4));
    QTextCharFormat strong = format(Tone::Plain);
    strong.setFontWeight(QFont::DemiBold);
    m_cursor.insertText(text, strong);
}

void ValueDocument::paragraph(const QString& text, Tone tone)
{
    startBlock(spaced(3, 3));
    m_cursor.insertText(text, format(tone));
}

void ValueDocument::notice(const QString& text, Tone tone)
{
    startBlock(spaced(0));
    QTextTableFormat box;
    box.setBorder(0);
    box.setCellPadding(8);
    box.setTopMargin(4);
    box.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QColor tint = format(tone).foreground().color();
    tint.setAlpha(PaletteColors::of(palette()).tintAlpha());
    box.setBackground(tint);
    QTextTable* table = m_cursor.insertTable(1, 1, box);
    table->cellAt(0, 0).firstCursorPosition().insertText(text, format(tone));
    m_cursor.movePosition(QTextCursor::End);
}

void ValueDocument::bullet(const QString& text, Tone tone)
{
    QTextBlockFormat hanging = spaced(2, 2);
    hanging.setLeftMargin(12);
    hanging.setTextIndent(-12);
    startBlock(hanging);
    m_cursor.insertText(u"•  "_s, format(Tone::Dim));
    m_cursor.insertText(text, format(tone));
}

QTextCursor ValueDocument::startRow(const QString& name)
{
    if (m_values == nullptr) {
        startBlock(spaced(0));
        QTextTableFormat plain;
        plain.setBorder(0);
        plain.setCellPadding(2);
        plain.setCellSpacing(0);
        plain.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, 104),
                                         QTextLength(QTextLength::VariableLength, 0)});
        m_values = m_cursor.insertTable(1, 2, plain);
    } else {
        m_values->appendRows(1);
    }
    const int row = m_values->rows() - 1;
    m_values->cellAt(row, 0).firstCursorPosition().insertText(name, format(Tone::Dim));
    return m_values->cellAt(row, 1).firstCursorPosition();
}

void ValueDocument::value(const QString& name, const QString& text, bool isMonospace)
{
    if (!text.isEmpty()) {
        startRow(name).insertText(text, isMonospace ? monospace(Tone::Plain) : format(Tone::Plain));
    }
}

void ValueDocument::link(const QString& name, const QString& text, const QString& target)
{
    m_cursor = startRow(name);
    insertAnchor(text, target);
    m_cursor.movePosition(QTextCursor::End);
}

void ValueDocument::action(const QString& text, const QString& target)
{
    startBlock(spaced(5, 3));
    insertAnchor(text, target);
}

void ValueDocument::command(const QString& where, const QString& text)
{
    startBlock(spaced(6));
    m_cursor.insertText(where + u"   "_s, format(Tone::Dim));
    insertAnchor(tr("Copy"), kCopyPrefix + text);
    QTextBlockFormat box = spaced(2, 2);
    box.setBackground(palette().color(QPalette::AlternateBase));
    box.setLeftMargin(0);
    startBlock(box);
    m_cursor.insertText(text, monospace(Tone::Plain));
}

void ValueDocument::insertAnchor(const QString& text, const QString& target)
{
    QTextCharFormat anchor = format(Tone::Plain);
    anchor.setAnchor(true);
    anchor.setAnchorHref(QString::number(m_targets.size()));
    anchor.setForeground(palette().link());
    m_targets.append(target);
    m_cursor.insertText(text, anchor);
}

void ValueDocument::end()
{
    const QString fingerprint =
        palette().color(QPalette::Text).name() + m_targets.join(u'\n') + m_page->toPlainText();
    if (fingerprint == m_fingerprint) {
        m_page.reset();
        return;
    }
    m_fingerprint = fingerprint;
    const int scrolled = verticalScrollBar()->value();
    m_cursor = {};
    QTextDocument* const before = std::exchange(m_shown, m_page.release());
    m_shown->setParent(this);
    setDocument(m_shown);
    if (before != nullptr) {
        before->deleteLater();
    }
    verticalScrollBar()->setValue(scrolled);
}

QTextCharFormat ValueDocument::format(Tone tone) const
{
    QTextCharFormat result;
    switch (tone) {
        case Tone::Plain:
            result.setForeground(palette().text());
            break;
        case Tone::Dim:
            result.setForeground(palette().placeholderText());
            break;
        case Tone::Warning:
            result.setForeground(PaletteColors::of(palette()).warning);
            break;
        case Tone::Good:
            result.setForeground(PaletteColors::of(palette()).established);
            break;
    }
    return result;
}

QTextCharFormat ValueDocument::monospace(Tone tone) const
{
    QTextCharFormat result = format(tone);
    const QFont fixed = monospaceFont(font());
    result.setFontFamilies(fixed.families().isEmpty() ? QStringList{fixed.family()}
                                                      : fixed.families());
    result.setFontPointSize(fixed.pointSizeF());
    return result;
}

void ValueDocument::follow(const QUrl& url)
{
    bool isNumber = false;
    const qsizetype index = url.toString().toLongLong(&isNumber);
    if (!isNumber || index < 0 || index >= m_targets.size()) {
        return;
    }
    const QString& target = m_targets.at(index);
    if (target.startsWith(kCopyPrefix)) {
        QApplication::clipboard()->setText(target.mid(kCopyPrefix.size()));
        emit linkClicked(kCopyPrefix);
    } else {
        emit linkClicked(target);
    }
}

}  // namespace quaywatch
