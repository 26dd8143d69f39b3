// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/program_file.h"

#include <algorithm>
#include <cstddef>
#include <fstream>

namespace quaywatch {

bool haveSameContent(const std::string& a, const std::string& b)
{
    std::ifstream first(a, std::ios::binary);
    std::ifstream second(b, std::ios::binary);
    constexpr std::size_t kPiece = std::size_t{64} * 1024;
    std::string left(kPiece, '\0');
    std::string right(kPiece, '\0');
    if (!first || !second) {
        return false;
    }
    for (;;) {
        first.read(left.data(), static_cast<std::streamsize>(kPiece));
        second.read(right.data(), static_cast<std::streamsize>(kPiece));
        const auto count = static_cast<std::size_t>(first.gcount());
        if (first.bad() || second.bad() || first.gcount() != second.gcount() ||
            !std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(count),
                        right.begin())) {
            return false;
        }
        if (count < kPiece) {
            return true;
        }
    }
}

}  // namespace quaywatch
