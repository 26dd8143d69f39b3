// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/switch_button.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/style/control_painter.h"

#include <QPainter>
#include <QStyle>

#include <utility>

namespace quaywatch {
namespace {

constexpr int kPaddingX = 6;
constexpr int kPaddingY = 6;
constexpr int kGap = 7;

}  // namespace

SwitchButton::SwitchButton(const QString& text, QWidget* parent)
    : QCheckBox(text, parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void SwitchButton::setActive(bool isActive)
{
    if (std::exchange(m_isActive, isActive) != isActive) {
        update();
    }
}

QSize SwitchButton::trackSize() const
{
    const int height = fontMetrics().height() - 2;
    return {height * 9 / 5, height};
}

int SwitchButton::dotSize() const
{
    return fontMetrics().height() / 2;
}

QSize SwitchButton::sizeHint() const
{
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    return {2 * kPaddingX + trackSize().width() + kGap + dotSize() + kGap + text,
            fontMetrics().height() + 2 * kPaddingY + 2};
}

bool SwitchButton::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

void SwitchButton::paintTrack(QPainter& painter, const QRectF& track) const
{
    const PaletteColors& colors = PaletteColors::of(palette());
    const bool isLit = isChecked() && m_isActive && isEnabled();
    const double radius = track.height() / 2;
    painter.setPen(QPen(isLit ? colors.accent : colors.handle(), 1));
    painter.setBrush(isLit ? colors.accent : colors.button());
    painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    QRectF knob(track.topLeft(), QSizeF(track.height(), track.height()));
    const bool isRight = isChecked() != (layoutDirection() == Qt::RightToLeft);
    if (isRight) {
        knob.moveRight(track.right());
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(isLit ? colors.base : colors.dim);
    painter.drawEllipse(knob.adjusted(3, 3, -3, -3));
}

void SwitchButton::paintDot(QPainter& painter, const QRectF& dot) const
{
    const PaletteColors& colors = PaletteColors::of(palette());
    if (m_isActive && isEnabled()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.danger);
        painter.drawEllipse(dot);
    } else {
        // Hollow, so that color is not the only difference.
        painter.setPen(QPen(colors.dim, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(dot.adjusted(0.7, 0.7, -0.7, -0.7));
    }
}

void SwitchButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto place = [this](const QRect& rect) {
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    const QSize track = trackSize();
    QRect part(QPoint(kPaddingX, (height() - track.height()) / 2), track);
    paintTrack(painter, place(part));
    const int dot = dotSize();
    part = QRect(part.right() + 1 + kGap, (height() - dot) / 2, dot, dot);
    paintDot(painter, place(part));
    part = QRect(part.right() + 1 + kGap, 0, width() - part.right() - kGap - kPaddingX, height());
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const int flags = static_cast<int>(side) | static_cast<int>(Qt::AlignVCenter) |
                      static_cast<int>(Qt::TextShowMnemonic);
    style()->drawItemText(&painter, place(part), flags, palette(), isEnabled(), text(),
                          QPalette::WindowText);
    if (hasFocus()) {
        paintFocusRing(painter, rect(), palette());
    }
}

}  // namespace quaywatch
