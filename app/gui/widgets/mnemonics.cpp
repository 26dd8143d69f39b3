// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/mnemonics.h"

#include <QAction>
#include <QMenu>
#include <QSet>
#include <QString>

namespace quaywatch {
namespace {

/// The mnemonic of a text in which && stands for an ampersand; null if there is none.
QChar mnemonicOf(const QString& text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) == u'&') {
            if (text.at(i + 1) != u'&') {
                return text.at(i + 1).toLower();
            }
            ++i;
        }
    }
    return {};
}

/// Where a free letter or digit is, at the beginning of a word or anywhere; -1 if there is none.
qsizetype placeIn(const QString& text, const QSet<QChar>& used, bool isAtBeginning)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        const bool isBeginning = i == 0 || !text.at(i - 1).isLetterOrNumber();
        if (letter.isLetterOrNumber() && (isBeginning || !isAtBeginning) &&
            !used.contains(letter.toLower())) {
            return i;
        }
    }
    return -1;
}

}  // namespace

void addMnemonics(QMenu& menu)
{
    QSet<QChar> used;
    for (const QAction* action : menu.actions()) {
        if (const QChar own = mnemonicOf(action->text()); !own.isNull()) {
            used.insert(own);
        }
    }
    for (QAction* action : menu.actions()) {
        QString text = action->text();
        if (action->isSeparator() || !mnemonicOf(text).isNull()) {
            continue;
        }
        qsizetype place = placeIn(text, used, true);
        place = place < 0 ? placeIn(text, used, false) : place;
        if (place >= 0) {
            used.insert(text.at(place).toLower());
            action->setText(text.insert(place, u'&'));
        }
    }
}

}  // namespace quaywatch
