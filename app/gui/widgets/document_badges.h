// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"

#include <QPointF>
#include <QTextFormat>

class QFont;
class QPainter;
class QPalette;
class QString;
class QTextDocument;

namespace quaywatch {

/// How a mark of the tables looks: a badge, a row that flashes, the bar before an unexpected row.
enum class BadgeShape : int { Pill, Row, Bar };

/// The tone of a mark in a page, as int: a property of its text.
constexpr int kBadgeToneProperty = QTextFormat::UserProperty + 2;
constexpr int kBadgeShapeProperty = QTextFormat::UserProperty + 3;

/// The format of the text of a mark.
[[nodiscard]] QTextCharFormat badgeFormat(Tone tone, BadgeShape shape, const QFont& beside,
                                          const QPalette& palette);
/// The space before and after the text of a mark, in pixels.
[[nodiscard]] int badgeMargin(const QFont& beside);

/// Paints the grounds of all marks of a document; its text is painted on them afterwards.
/// @param origin  The position of the document's left upper corner.
void paintBadges(QPainter& painter, const QTextDocument& document, const QPointF& origin,
                 const QPalette& palette);

}  // namespace quaywatch
