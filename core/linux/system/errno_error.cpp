// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/errno_error.h"

#include <cerrno>
#include <utility>

namespace quaywatch::linux_backend {

ErrorCode errorCodeOf(int osError) noexcept
{
    switch (osError) {
        case EPERM:
        case EACCES:
            return ErrorCode::PermissionDenied;
        case ENOENT:
        case ESRCH:
            return ErrorCode::NotFound;
        case ENOSYS:
        case EAFNOSUPPORT:
        case EPROTONOSUPPORT:
        case EOPNOTSUPP:
            return ErrorCode::Unsupported;
        case ETIMEDOUT:
            return ErrorCode::TimedOut;
        default:
            return ErrorCode::SystemError;
    }
}

tl::unexpected<Error> errnoFailure(int osError, Message context)
{
    return failure(errorCodeOf(osError), std::move(context), osError);
}

}  // namespace quaywatch::linux_backend
