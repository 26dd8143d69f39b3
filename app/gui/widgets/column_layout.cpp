// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/column_layout.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace quaywatch {

std::vector<int> layOutColumns(const std::vector<ColumnNeed>& needs, int width)
{
    const int least =
        std::accumulate(needs.begin(), needs.end(), 0,
                        [](int sum, const ColumnNeed& need) { return sum + need.least; });
    const int best = std::accumulate(
        needs.begin(), needs.end(), 0,
        [](int sum, const ColumnNeed& need) { return sum + std::max(need.least, need.best); });
    const int room = std::clamp(width - least, 0, best - least);
    std::vector<int> widths;
    widths.reserve(needs.size());
    for (const ColumnNeed& need : needs) {
        const int more = std::max(0, need.best - need.least);
        const auto share = best == least ? 0 : std::int64_t{more} * room / (best - least);
        widths.push_back(need.least + static_cast<int>(share));
    }
    const int used = std::accumulate(widths.begin(), widths.end(), 0);
    const auto flexible = std::find_if(needs.begin(), needs.end(),
                                       [](const ColumnNeed& need) { return need.isFlexible; });
    if (flexible != needs.end() && used < width) {
        widths[static_cast<std::size_t>(flexible - needs.begin())] += width - used;
    }
    return widths;
}

}  // namespace quaywatch
