// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Draws the titles of tables. For the GUI thread.

#pragma once

class QPainter;
class QStyleOptionHeader;

namespace quaywatch {

/// Space in pixels for the arrow of the column by which a table is sorted.
constexpr int kSortArrowWidth = 14;

/// Draws one section of a header. The title has the padding of the cells below it, so that it is
/// aligned with their text. The arrow of the sorting is beside the title, on the side away from the
/// edge that the title is aligned to.
void paintHeaderSection(QPainter& painter, const QStyleOptionHeader& option);

}  // namespace quaywatch
