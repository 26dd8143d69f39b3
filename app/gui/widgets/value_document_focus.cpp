// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/value_document.h"

#include <QAccessible>

namespace quaywatch {

bool ValueDocument::focusNextPrevChild(bool isNext)
{
    const bool isInside = QTextBrowser::focusNextPrevChild(isNext);
    announceLink();
    return isInside;
}

/// QTextBrowser selects the link that has the focus, but reports it to no screen reader.
void ValueDocument::announceLink()
{
    const QTextCursor cursor = textCursor();
    QTextCursor first = cursor;
    first.setPosition(cursor.selectionStart());
    first.movePosition(QTextCursor::NextCharacter);
    const bool isLink = cursor.hasSelection() && first.charFormat().isAnchor();
    const QString text = isLink ? cursor.selectedText() : QString();
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
    if (!isLink) {
        return;
    }
    QAccessibleTextSelectionEvent selection(this, cursor.selectionStart(), cursor.selectionEnd());
    QAccessible::updateAccessibility(&selection);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent announcement(this, text);
    QAccessible::updateAccessibility(&announcement);
#endif
}

}  // namespace quaywatch
