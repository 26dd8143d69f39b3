// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/number_text.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace quaywatch {

QString numberText(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

int pluralOf(std::uint64_t count) noexcept
{
    constexpr std::uint64_t kMaximum = std::numeric_limits<int>::max();
    return static_cast<int>(std::min(count, kMaximum));
}

}  // namespace quaywatch
