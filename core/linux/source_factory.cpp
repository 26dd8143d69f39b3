// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/socket_source.h"

namespace quaywatch {

Result<std::unique_ptr<SocketSource>> createSocketSource()
{
    return failure(ErrorCode::Unsupported, "the Linux backend is not built yet");
}

}  // namespace quaywatch
