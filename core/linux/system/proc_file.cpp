// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/proc_file.h"

#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <memory>
#include <string>

namespace quaywatch::linux_backend {

ProcFile::ProcFile(std::size_t limit)
    : m_limit(limit)
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): a vector would zero it.
    , m_buffer(std::make_unique_for_overwrite<char[]>(limit))
{
}

std::optional<std::string_view> ProcFile::read(int directory, const char* path)
{
    // Non-blocking: outside of /proc the path may be a named pipe.
    const UniqueFd file(openat(directory, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) {
        return std::nullopt;
    }
    ssize_t length = 0;
    do {
        length = ::read(file.get(), m_buffer.get(), m_limit);
    } while (length < 0 && errno == EINTR);
    if (length < 0) {
        return std::nullopt;
    }
    return std::string_view(m_buffer.get(), static_cast<std::size_t>(length));
}

std::optional<std::string_view> ProcFile::readRegular(const char* path)
{
    const UniqueFd place(open(path, O_PATH | O_CLOEXEC));
    struct stat status {};
    if (!place || fstat(place.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    // Opens exactly the file that was checked, even if the path leads to another one by now.
    const std::string same = "/proc/self/fd/" + std::to_string(place.get());
    return read(AT_FDCWD, same.c_str());
}

std::optional<std::string_view> ProcFile::readLink(int directory, const char* path)
{
    const ssize_t length = readlinkat(directory, path, m_buffer.get(), m_limit);
    if (length < 0) {
        return std::nullopt;
    }
    return std::string_view(m_buffer.get(), static_cast<std::size_t>(length));
}

PidName::PidName(std::uint32_t pid) noexcept
{
    *std::to_chars(m_text.data(), m_text.data() + m_text.size() - 1, pid).ptr = '\0';
}

}  // namespace quaywatch::linux_backend
