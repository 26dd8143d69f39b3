// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/text_file.h"

#include <sys/stat.h>
#include <cstdint>

namespace quaywatch::linux_backend {

/// The stamp in the result of stat(2).
[[nodiscard]] inline FileStamp stampFrom(const struct stat& facts) noexcept
{
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return {facts.st_dev, facts.st_ino, static_cast<std::uint64_t>(facts.st_size),
            facts.st_mtim.tv_sec * kNanoseconds + facts.st_mtim.tv_nsec};
}

}  // namespace quaywatch::linux_backend
