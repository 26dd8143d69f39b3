// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

namespace quaywatch::cli {

/// Exit codes of the program. Scripts rely on the numbers.
enum class ExitCode : int {
    Done = 0,          ///< Done, or found.
    NotFound = 1,      ///< Nothing found, declined, or the time limit expired.
    Usage = 2,         ///< The command line is invalid.
    NotPermitted = 3,  ///< Another user (root) may be permitted.
    Failed = 4,        ///< The system failed, or a process is still running.
};

[[nodiscard]] constexpr ExitCode exitCodeOf(ErrorCode code) noexcept
{
    switch (code) {
        case ErrorCode::PermissionDenied:
            return ExitCode::NotPermitted;
        case ErrorCode::NotFound:
        case ErrorCode::TimedOut:
            return ExitCode::NotFound;
        case ErrorCode::Malformed:
            return ExitCode::Usage;
        case ErrorCode::Unsupported:
        case ErrorCode::SystemError:
            break;
    }
    return ExitCode::Failed;
}

}  // namespace quaywatch::cli
