// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"

#include <cstdint>

namespace quaywatch {

/// Why an operation failed. What the user can do about it depends on the code, so callers decide by
/// the code; the text is for people.
enum class ErrorCode : std::uint8_t {
    PermissionDenied,  ///< This user may not do this; another one (root) might.
    NotFound,          ///< The named thing does not exist, or no longer exists.
    Unsupported,       ///< This system or kernel does not support the operation.
    Malformed,         ///< Bytes or text from outside do not have the required form.
    TimedOut,          ///< No answer within the allowed time.
    SystemError,       ///< Any other error; see osCode.
};

/// An expected failure, carried by Result. Never thrown.
struct Error {
    ErrorCode code = ErrorCode::SystemError;
    int osCode = 0;   ///< errno or GetLastError(); 0 if the system gave none.
    Message context;  ///< What was being done, e.g. "open /proc/net/tcp6"; one line.
};

/// The error as one line: the context and the system's message.
[[nodiscard]] Message describe(const Error& error);

}  // namespace quaywatch
