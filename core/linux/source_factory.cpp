// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/linux_socket_source.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/unique_fd.h"
#include "core/linux/tables/table_reader.h"

#include <fcntl.h>

#include <cerrno>
#include <utility>

namespace quaywatch {

Result<std::unique_ptr<SocketSource>> createSocketSource()
{
    using namespace linux_backend;
    UniqueFd proc(open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!proc) {
        return errno == ENOENT ? failure(ErrorCode::Unsupported,
                                         "/proc is not mounted for this program's processes")
                               : errnoFailure(errno, "open /proc");
    }
    return std::make_unique<LinuxSocketSource>(std::move(proc), TableReader());
}

}  // namespace quaywatch
