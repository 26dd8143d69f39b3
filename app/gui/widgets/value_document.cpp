// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/value_document.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/widgets/document_colors.h"
#include "app/gui/widgets/theme.h"
#include "app/gui/widgets/whole_text_dialog.h"
#include "app/text/bounded_text.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBlockFormat>
#include <QTextFragment>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kCopyPrefix = "copy:"_L1;
constexpr auto kShowPrefix = "show:"_L1;
/// Property of a text fragment: the index in m_whole of the text that it represents.
constexpr int kWholeProperty = QTextFormat::UserProperty + 1;
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
    m_whole.clear();
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
    insert(m_cursor, text, big);
}

void ValueDocument::heading(const QString& text)
{
    startBlock(spaced(16, 4));
    QTextCharFormat strong = format(Tone::Plain);
    strong.setFontWeight(QFont::DemiBold);
    insert(m_cursor, text, strong);
}

void ValueDocument::foldableHeading(const QString& text, const QString& target, bool isOpen)
{
    startBlock(spaced(16, 4));
    const QString sign = isOpen ? QStringLiteral("\u25be ") : QStringLiteral("\u25b8 ");
    insertAnchor(m_cursor, sign + text, target);
}

void ValueDocument::paragraph(const QString& text, Tone tone)
{
    startBlock(spaced(3, 3));
    insert(m_cursor, text, format(tone));
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
    QTextCursor cell = table->cellAt(0, 0).firstCursorPosition();
    insert(cell, text, format(tone));
    m_cursor.movePosition(QTextCursor::End);
}

void ValueDocument::bullet(const QString& text, Tone tone)
{
    QTextBlockFormat hanging = spaced(2, 2);
    hanging.setLeftMargin(12);
    hanging.setTextIndent(-12);
    startBlock(hanging);
    m_cursor.insertText(u"•  "_s, format(Tone::Dim));
    insert(m_cursor, text, format(tone));
}

void ValueDocument::bullets(const QStringList& texts, Tone tone)
{
    for (const QString& text : texts.first(std::min(texts.size(), kMaxItems))) {
        bullet(text, tone);
    }
    more(texts.mid(kMaxItems));
}

void ValueDocument::more(const QStringList& items)
{
    if (items.isEmpty()) {
        return;
    }
    // Stay in the table of values, for values that follow.
    QTextCursor cursor;
    if (m_values != nullptr) {
        cursor = startRow({});
    } else {
        startBlock(spaced(2, 2));
        cursor = m_cursor;
    }
    const QString whole = items.join(u'\n');
    insertShow(cursor, tr("and %Ln more…", nullptr, static_cast<int>(items.size())), whole, whole);
    m_cursor.movePosition(QTextCursor::End);
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
    QTextCursor left = m_values->cellAt(row, 0).firstCursorPosition();
    insert(left, name, format(Tone::Dim));
    return m_values->cellAt(row, 1).firstCursorPosition();
}

void ValueDocument::value(const QString& name, const QString& text, bool isMonospace)
{
    if (!text.isEmpty()) {
        QTextCursor cell = startRow(name);
        insert(cell, text, isMonospace ? monospace(Tone::Plain) : format(Tone::Plain));
    }
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

void ValueDocument::action(const QString& text, const QString& target)
{
    startBlock(spaced(5, 3));
    insertAnchor(m_cursor, text, target);
}

void ValueDocument::command(const QString& where, const QString& text)
{
    startBlock(spaced(6));
    insert(m_cursor, where + u"   "_s, format(Tone::Dim));
    insertAnchor(m_cursor, tr("Copy"), kCopyPrefix + text);
    QTextBlockFormat box = spaced(2, 2);
    box.setBackground(palette().color(QPalette::AlternateBase));
    box.setLeftMargin(0);
    startBlock(box);
    insert(m_cursor, text, monospace(Tone::Plain));
}

void ValueDocument::insert(QTextCursor& cursor, const QString& text, const QTextCharFormat& format)
{
    const BoundedText part = BoundedText::of(text);
    if (!part.isCut) {
        cursor.insertText(part.shown, format);
        return;
    }
    cursor.insertText(part.shown, standingFor(format, text));
    insertShow(cursor, u"  "_s + tr("Show all"), text, {});
}

QTextCharFormat ValueDocument::standingFor(QTextCharFormat format, const QString& whole)
{
    format.setProperty(kWholeProperty, static_cast<int>(m_whole.size()));
    m_whole.append(whole);
    return format;
}

void ValueDocument::insertShow(QTextCursor& cursor, const QString& label, const QString& whole,
                               const QString& inCopy)
{
    QTextCharFormat anchor = format(Tone::Plain);
    anchor.setAnchor(true);
    anchor.setAnchorHref(QString::number(m_targets.size()));
    anchor.setForeground(palette().link());
    m_targets.append(kShowPrefix + whole);
    cursor.insertText(label, standingFor(anchor, inCopy));
}

void ValueDocument::insertAnchor(QTextCursor& cursor, const QString& text, const QString& target)
{
    QTextCharFormat anchor = format(Tone::Plain);
    anchor.setAnchor(true);
    anchor.setAnchorHref(QString::number(m_targets.size()));
    anchor.setForeground(palette().link());
    m_targets.append(target);
    insert(cursor, text, anchor);
}

void ValueDocument::end()
{
    const QString fingerprint =
        palette().color(QPalette::Text).name() + m_targets.join(u'\n') + m_page->toPlainText();
    // The fingerprint covers the texts that are cut, too: they are among the targets.
    if (fingerprint == m_fingerprint) {
        m_page.reset();
        return;
    }
    m_fingerprint = fingerprint;
    const int scrolled = verticalScrollBar()->value();
    m_cursor = {};
    QTextDocument* const before = std::exchange(m_shown, m_page.release());
    m_shown->setParent(this);
    m_shownPalette = palette();
    setDocument(m_shown);
    if (before != nullptr) {
        before->deleteLater();
    }
    verticalScrollBar()->setValue(scrolled);
}

/// The page keeps its scroll position and its selection when the theme changes.
void ValueDocument::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_shown == nullptr) {
        return;
    }
    const QPalette before = std::exchange(m_shownPalette, palette());
    recolor(*m_shown, before, m_shownPalette);
    const QString name = before.color(QPalette::Text).name();
    m_fingerprint.replace(0, name.size(), m_shownPalette.color(QPalette::Text).name());
}

QString ValueDocument::wholeText() const
{
    return wholeText(0, document()->characterCount() - 1);
}

QString ValueDocument::wholeText(int first, int end) const
{
    QString text;
    for (QTextBlock block = document()->findBlock(first);
         block.isValid() && block.position() <= end; block = block.next()) {
        if (block.position() > first) {
            text += u'\n';
        }
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextFragment fragment = piece.fragment();
            const int from = std::max(first, fragment.position());
            const int to = std::min(end, fragment.position() + fragment.length());
            if (from >= to) {
                continue;
            }
            const QTextCharFormat format = fragment.charFormat();
            const bool isAll = to - from == fragment.length();
            if (isAll && format.hasProperty(kWholeProperty)) {
                text += m_whole.value(format.intProperty(kWholeProperty));
            } else {
                text += QStringView(fragment.text()).sliced(from - fragment.position(), to - from);
            }
        }
    }
    return text;
}

QMimeData* ValueDocument::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto* copied = new QMimeData;
    copied->setText(wholeText(cursor.selectionStart(), cursor.selectionEnd()));
    return copied;
}

void ValueDocument::follow(const QUrl& url)
{
    bool isNumber = false;
    const qsizetype index = url.toString().toLongLong(&isNumber);
    if (!isNumber || index < 0 || index >= m_targets.size()) {
        return;
    }
    const QString& target = m_targets.at(index);
    if (target.startsWith(kShowPrefix)) {
        (new WholeTextDialog(target.mid(kShowPrefix.size()), this))->open();
    } else if (target.startsWith(kCopyPrefix)) {
        QApplication::clipboard()->setText(target.mid(kCopyPrefix.size()));
        emit linkClicked(kCopyPrefix);
    } else {
        emit linkClicked(target);
    }
}

}  // namespace quaywatch
