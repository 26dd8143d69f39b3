// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// A slim scroll bar without buttons. For the GUI thread.

#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionSlider;

namespace quaywatch {

constexpr int kScrollBarExtent = 12;

/// The place of a part of the scroll bar; empty for a part that it does not have.
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option);

}  // namespace quaywatch
