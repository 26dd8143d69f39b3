// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/stack_limit.h"

#include <sys/resource.h>

namespace quaywatch {

std::optional<std::size_t> tooSmallStack() noexcept
{
    rlimit limit{};
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= kLeastStack) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(limit.rlim_cur);
}

}  // namespace quaywatch
