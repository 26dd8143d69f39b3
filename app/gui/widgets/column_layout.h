// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Divides the width of a table among its columns. Pure functions.

#pragma once

#include <vector>

namespace quaywatch {

/// How wide a column has to be, and how wide it is best. In pixels.
struct ColumnNeed {
    int least = 0;
    int best = 0;
    bool isFlexible = false;  ///< Gets the width that is left.
};

/// Returns the width of each column. If there is enough room, each column has its best width and
/// the flexible one the rest. If there is less, all shrink in the same proportion between their
/// best and their least width. They never become narrower: then the table has to be scrolled.
[[nodiscard]] std::vector<int> layOutColumns(const std::vector<ColumnNeed>& needs, int width);

}  // namespace quaywatch
