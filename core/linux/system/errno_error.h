// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>

namespace quaywatch::linux_backend {

/// The code that callers decide on, for an errno.
[[nodiscard]] ErrorCode errorCodeOf(int osError) noexcept;

/// A failure from an errno: `return errnoFailure(errno, "open /proc");`
[[nodiscard]] tl::unexpected<Error> errnoFailure(int osError, std::string context);

}  // namespace quaywatch::linux_backend
