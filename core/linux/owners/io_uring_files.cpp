// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/io_uring_files.h"

#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <string>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::string_view kListTitle = "UserFiles:";
constexpr int kRingTries = 8;
// The list of queued entries comes before the list of files, with at most some ten thousand lines.
constexpr std::size_t kMaxBytes = std::size_t{4} * 1024 * 1024;
constexpr std::size_t kMaxSockets = 65536;
constexpr std::pair kFirstReleaseThatNames{6U, 14U};

/// Removes the next line from the front and returns it.
std::string_view takeLine(std::string_view& text) noexcept
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

/// The file in a line such as "  0: socket:[51037]"; empty for a line of another form, which is
/// after the end of the list.
std::optional<std::string_view> fileOfLine(std::string_view line) noexcept
{
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos ||
        !parseUnsigned<std::uint32_t>(strip(line.substr(0, colon)))) {
        return std::nullopt;
    }
    return line.substr(colon + 2);
}

std::optional<std::string> readRingInfo(int folder, const std::string& path)
{
    const UniqueFd file(openat(folder, path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return std::nullopt;
    }
    std::string text;
    std::array<char, 16384> chunk;
    while (text.size() < kMaxBytes) {
        const ssize_t length = read(file.get(), chunk.data(), chunk.size());
        if (length > 0) {
            text.append(chunk.data(), static_cast<std::size_t>(length));
        } else if (length == 0 || errno != EINTR) {
            break;
        }
    }
    return text;
}

bool doesThisKernelName()
{
    utsname system{};
    return uname(&system) == 0 && doesNameRingSockets(&system.release[0]);
}

}  // namespace

std::optional<std::vector<std::uint32_t>> parseRingSockets(std::string_view fdinfo)
{
    while (!fdinfo.empty()) {
        if (takeLine(fdinfo).starts_with(kListTitle)) {
            std::vector<std::uint32_t> sockets;
            while (!fdinfo.empty() && sockets.size() < kMaxSockets) {
                const auto file = fileOfLine(takeLine(fdinfo));
                if (!file) {
                    break;
                }
                if (const auto inode = parseSocketLink(*file)) {
                    sockets.push_back(*inode);
                }
            }
            return sockets;
        }
    }
    return std::nullopt;
}

bool doesNameRingSockets(std::string_view kernelRelease) noexcept
{
    const std::size_t dot = kernelRelease.find('.');
    if (dot == std::string_view::npos) {
        return false;
    }
    const std::string_view rest = kernelRelease.substr(dot + 1);
    const auto major = parseUnsigned<unsigned>(kernelRelease.substr(0, dot));
    const auto minor =
        parseUnsigned<unsigned>(rest.substr(0, rest.find_first_not_of("0123456789")));
    return major && minor && std::pair(*major, *minor) >= kFirstReleaseThatNames;
}

std::optional<std::vector<std::uint32_t>> readRingSockets(int processFolder,
                                                          const RingDescriptor& ring)
{
    static const bool kIsNamed = doesThisKernelName();
    if (!kIsNamed) {
        return std::nullopt;
    }
    std::string path;
    if (ring.thread != 0) {
        path.append("task/").append(PidName(ring.thread).c_str()).append("/");
    }
    path.append("fdinfo/").append(PidName(ring.descriptor).c_str());
    for (int attempt = 0; attempt < kRingTries; ++attempt) {
        const auto text = readRingInfo(processFolder, path);
        if (!text) {
            return std::nullopt;
        }
        if (auto sockets = parseRingSockets(*text)) {
            return sockets;
        }
        sched_yield();
    }
    return std::nullopt;
}

}  // namespace quaywatch::linux_backend
