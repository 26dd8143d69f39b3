// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/qt_text.h"

#include "app/text/bounded_text.h"
#include "core/text/display_text.h"

#include <QLabel>

namespace quaywatch {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString plainText(std::string_view bytes, std::size_t limit)
{
    return bounded(fromUtf8(displayText(bytes, limit)));
}

QString fullPlainText(std::string_view bytes)
{
    return fromUtf8(fullDisplayText(bytes));
}

QString plainOrEmpty(const std::optional<std::string>& maybe)
{
    return maybe ? fullPlainText(*maybe) : QString();
}

QString forTip(const QString& plain)
{
    if (plain.isEmpty()) {
        return {};
    }
    // Without the <qt>, Qt guesses again, and shows "&amp;" wherever the text has no tag in it.
    QString body = bounded(plain).toHtmlEscaped();
    body.replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<qt>") + body + QStringLiteral("</qt>");
}

QString forMenu(const QString& plain)
{
    QString text = bounded(plain, BoundedText::kLongestMenuText);
    return text.replace(u'&', QStringLiteral("&&"));
}

QString forTitle(const QString& plain)
{
    QString text = bounded(plain, BoundedText::kLongestMenuText);
    return text.remove(QStringLiteral("[*]"));
}

QLabel* makePlainLabel(const QString& text, QWidget* parent, bool isSelectable)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (isSelectable) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    return label;
}

}  // namespace quaywatch
