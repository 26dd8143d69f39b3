// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace quaywatch {

/// A value, or the reason why there is none. Functions that return a Result are [[nodiscard]].
template <class T>
using Result = tl::expected<T, Error>;

/// Makes a Result that failed: `return failure(ErrorCode::NotFound, "process 4711");`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, Message context, int osCode = 0)
{
    return tl::unexpected<Error>(Error{code, osCode, std::move(context)});
}

}  // namespace quaywatch
