// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/whole_text_dialog.h"

#include "app/gui/widgets/screen_fit.h"
#include "app/gui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QMimeData>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Length of text that Qt breaks into lines quickly.
constexpr qsizetype kLongestPiece = 1024;

/// State of a block whose line of text continues in the next block.
constexpr int kGoesOn = 1;

/// Where to end a piece: after its last blank, otherwise anywhere except within a character.
qsizetype endOfPiece(QStringView rest)
{
    if (rest.size() <= kLongestPiece) {
        return rest.size();
    }
    const qsizetype blank = rest.first(kLongestPiece).lastIndexOf(u' ');
    if (blank > 0) {
        return blank + 1;
    }
    qsizetype end = kLongestPiece;
    while (end > 1 && (rest[end].isLowSurrogate() || rest[end].isMark())) {
        --end;
    }
    return end;
}

}  // namespace

WholeTextView::WholeTextView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFont(monospaceFont(font()));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void WholeTextView::showText(const QString& plain)
{
    QString text;
    text.reserve(plain.size() + plain.size() / kLongestPiece + 1);
    std::vector<bool> goesOn;
    for (const QStringView line : QStringView(plain).split(u'\n')) {
        QStringView rest = line;
        do {
            const qsizetype end = endOfPiece(rest);
            text += goesOn.empty() ? QStringView() : QStringView(u"\n");
            text += rest.first(end);
            rest = rest.sliced(end);
            goesOn.push_back(!rest.isEmpty());
        } while (!rest.isEmpty());
    }
    setPlainText(text);
    QTextBlock block = document()->begin();
    for (const bool isGoingOn : goesOn) {
        block.setUserState(isGoingOn ? kGoesOn : 0);
        block = block.next();
    }
}

QMimeData* WholeTextView::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(cursor.selectionStart());
         block.isValid() && block.position() < cursor.selectionEnd(); block = block.next()) {
        const QString line = block.text();
        const int first = std::max(cursor.selectionStart() - block.position(), 0);
        const int end =
            std::min(cursor.selectionEnd() - block.position(), static_cast<int>(line.size()));
        text += QStringView(line).sliced(first, end - first);
        const bool isBreakSelected = cursor.selectionEnd() > block.position() + line.size();
        if (isBreakSelected && block.userState() != kGoesOn) {
            text += u'\n';
        }
    }
    auto* copied = new QMimeData;
    copied->setText(text);
    return copied;
}

WholeTextDialog::WholeTextDialog(const QString& plain, QWidget* parent)
    : QDialog(parent)
    , m_text(plain)
{
    setWindowTitle(tr("Whole text"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(fittingSize(*this, QSize(720, 480)));
    auto* view = new WholeTextView(this);
    view->setAccessibleName(windowTitle());
    view->showText(plain);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(view, 1);
    column->addWidget(buttons);
    view->setFocus();
}

}  // namespace quaywatch
