// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/write_all.h"

#include <poll.h>
#include <unistd.h>
#include <cerrno>
#include <cstddef>

namespace quaywatch::linux_backend {

int writeAll(int descriptor, std::string_view bytes) noexcept
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd wait{descriptor, POLLOUT, 0};
            static_cast<void>(::poll(&wait, 1, -1));
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

}  // namespace quaywatch::linux_backend
