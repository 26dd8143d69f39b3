// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace quaywatch::linux_backend {

/// The ErrorCode for an errno; callers decide on it.
[[nodiscard]] ErrorCode errorCodeOf(int osError) noexcept;

/// A failure from an errno: `return errnoFailure(errno, "open /proc");`
[[nodiscard]] tl::unexpected<Error> errnoFailure(int osError, Message context);

}  // namespace quaywatch::linux_backend
