// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/elided_label.h"

#include <QStylePainter>

namespace quaywatch {

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

QString ElidedLabel::shownText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    const auto flags = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.drawItemText(contentsRect(), static_cast<int>(flags) | Qt::TextSingleLine, palette(),
                         isEnabled(), shownText(), foregroundRole());
}

}  // namespace quaywatch
