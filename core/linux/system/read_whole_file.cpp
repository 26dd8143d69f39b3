// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/read_whole_file.h"

#include "core/linux/system/errno_error.h"
#include "core/message/message_list.h"

#include <unistd.h>
#include <array>
#include <cerrno>

namespace quaywatch::linux_backend {

Result<std::string> readWholeFile(int file, const std::string& path, std::size_t limit)
{
    std::string text;
    std::array<char, std::size_t{16} * 1024> piece{};
    for (;;) {
        const ssize_t count = ::read(file, piece.data(), piece.size());
        if (count < 0 && errno != EINTR) {
            return errnoFailure(errno, path);
        }
        if (count == 0) {
            return text;
        }
        text.append(piece.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
        if (text.size() > limit) {
            return failure(ErrorCode::Malformed, Message(MessageId::FileTooLarge, path, limit));
        }
    }
}

}  // namespace quaywatch::linux_backend
