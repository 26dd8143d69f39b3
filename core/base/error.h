// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace quaywatch {

/// Why an operation gave no value. What a user may do about it differs per code, so callers
/// decide on the code; the text is for people.
enum class ErrorCode : std::uint8_t {
    PermissionDenied,  ///< This user may not; another (root) might.
    NotFound,          ///< The thing named does not exist, or does not exist any more.
    Unsupported,       ///< This system or kernel offers no way.
    Malformed,         ///< Bytes or words from outside do not have the form they must have.
    TimedOut,          ///< No answer within the time allowed.
    SystemError,       ///< Anything else; osCode tells.
};

/// An expected failure, carried by Result. Never thrown.
struct Error {
    ErrorCode code = ErrorCode::SystemError;
    int osCode = 0;       ///< errno or GetLastError(); 0 when the system gave none.
    std::string context;  ///< What was being done, e.g. "open /proc/net/tcp6". English, one line.
};

/// The error as one English line for a terminal or a log: context, and what the system said.
[[nodiscard]] std::string describe(const Error& error);

}  // namespace quaywatch
