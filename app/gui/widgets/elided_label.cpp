// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/elided_label.h"

#include "app/text/qt_text.h"

#include <QHelpEvent>
#include <QStylePainter>
#include <QToolTip>

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

/// A tip of its own, not the property: a screen reader would read the text twice.
bool ElidedLabel::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QLabel::event(event);
    }
    if (shownText() != text()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), forTip(text()), this);
    } else {
        QToolTip::hideText();
        event->ignore();
    }
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    const auto flags = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.drawItemText(contentsRect(), static_cast<int>(flags) | Qt::TextSingleLine, palette(),
                         isEnabled(), shownText(), foregroundRole());
}

}  // namespace quaywatch
