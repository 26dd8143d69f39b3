// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/namespace_mounts.h"

#include "core/text/shell_quote.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;
constexpr std::size_t kRootField = 3;  // counted from 0
constexpr std::size_t kPathField = 4;
constexpr std::string_view kRootPrefix = "net:[";
constexpr std::string_view kDeletedPath = "//deleted";

std::string_view field(std::string_view line, std::size_t number)
{
    for (; number > 0; --number) {
        const std::size_t blank = line.find(' ');
        line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
    }
    return line.substr(0, line.find(' '));
}

/// Undoes the escapes of the kernel: a blank, a tabulator, a line end and a backslash are three
/// octal digits after a backslash.
std::string unescaped(std::string_view text)
{
    constexpr std::size_t kDigits = 3;
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto code = text[i] == '\\' && i + kDigits < text.size()
                              ? parseUnsigned<std::uint8_t>(text.substr(i + 1, kDigits), 8)
                              : std::nullopt;
        plain += code ? static_cast<char>(*code) : text[i];
        i += code ? kDigits : 0;
    }
    return plain;
}

std::optional<NamespaceMount> parseLine(std::string_view line)
{
    // nsfs shows which namespace it is as the root of the mount.
    std::string_view root = field(line, kRootField);
    if (!root.starts_with(kRootPrefix) || !root.ends_with(']') ||
        line.find(" - nsfs ") == std::string_view::npos) {
        return std::nullopt;
    }
    root.remove_prefix(kRootPrefix.size());
    root.remove_suffix(1);
    const auto inode = parseUnsigned<std::uint64_t>(root);
    if (!inode) {
        return std::nullopt;
    }
    std::string path = unescaped(field(line, kPathField));
    const bool isGone = path.ends_with(kDeletedPath);
    return NamespaceMount{*inode, isGone ? std::string() : std::move(path)};
}

/// The name that ip-netns(8) knows for the path; empty for another path.
std::string_view nameOf(std::string_view path) noexcept
{
    for (const std::string_view folder : {"/run/netns/", "/var/run/netns/"}) {
        if (path.starts_with(folder) && path.find('/', folder.size()) == std::string_view::npos) {
            return path.substr(folder.size());
        }
    }
    return {};
}

}  // namespace

std::vector<NamespaceMount> parseNamespaceMounts(std::string_view mountInfo)
{
    std::vector<NamespaceMount> mounts;
    while (!mountInfo.empty()) {
        const std::string_view line = mountInfo.substr(0, mountInfo.find('\n'));
        mountInfo.remove_prefix(std::min(line.size() + 1, mountInfo.size()));
        if (auto mount = parseLine(line)) {
            mounts.push_back(*std::move(mount));
        }
    }
    return mounts;
}

bool isNamed(const NamespaceMount& mount)
{
    return !nameOf(mount.path).empty();
}

std::string listCommandIn(const NamespaceMount& mount)
{
    constexpr std::string_view kList = " quaywatch-cli list";
    if (mount.path.empty()) {
        return {};
    }
    const std::string_view name = nameOf(mount.path);
    return (name.empty() ? "nsenter --net=" + shellQuote(mount.path)
                         : "ip netns exec " + shellQuote(name)) +
           std::string(kList);
}

NamespaceMounts::NamespaceMounts(int proc)
    : m_file(openat(proc, "self/mountinfo", O_RDONLY | O_CLOEXEC))
{
}

const std::vector<NamespaceMount>& NamespaceMounts::read()
{
    if (m_file && hasChanged()) {
        readAll();
    }
    return m_mounts;
}

/// The first question after the file was opened tells of changes since then.
bool NamespaceMounts::hasChanged()
{
    pollfd asked{m_file.get(), POLLPRI, 0};
    const bool isNews = poll(&asked, 1, 0) == 1 && (asked.revents & (POLLPRI | POLLERR)) != 0;
    return !std::exchange(m_hasRead, true) || isNews;
}

void NamespaceMounts::readAll()
{
    m_mounts.clear();
    if (lseek(m_file.get(), 0, SEEK_SET) != 0) {
        return;
    }
    std::string text;
    std::size_t total = 0;
    while (total < kMaxBytes && m_mounts.size() < kMaxMounts) {
        const std::size_t kept = text.size();
        text.resize(kept + kChunkBytes);
        const ssize_t count = ::read(m_file.get(), text.data() + kept, kChunkBytes);
        text.resize(kept + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        total += static_cast<std::size_t>(count);
        const std::size_t end = text.rfind('\n') + 1;  // 0 if there is none
        auto found = parseNamespaceMounts(std::string_view(text).substr(0, end));
        std::move(found.begin(), found.end(), std::back_inserter(m_mounts));
        text.erase(0, end);
    }
    m_mounts.resize(std::min(m_mounts.size(), kMaxMounts));
}

}  // namespace quaywatch::linux_backend
