// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file_limit.h"

#include <sys/resource.h>

#include <algorithm>

namespace quaywatch {

void raiseFileLimit() noexcept
{
    constexpr rlim_t kMaxFiles = 65536;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return;
    }
    const rlim_t wanted = std::min(limit.rlim_max, kMaxFiles);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        static_cast<void>(setrlimit(RLIMIT_NOFILE, &limit));
    }
}

}  // namespace quaywatch
