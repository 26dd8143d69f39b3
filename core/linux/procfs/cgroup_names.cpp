// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/cgroup_names.h"

#include "core/linux/procfs/cgroup_path.h"
#include "core/linux/system/directory_stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint64_t kRootId = 1;
constexpr int kMaxFailedWalks = 5;
constexpr int kDeepest = 32;
constexpr std::size_t kMaxGroups = 100'000;

/// Removes the next word of a mountinfo line and returns it.
std::string_view takeColumn(std::string_view& line)
{
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    return word;
}

/// Replaces octal escapes, which stand for blanks and similar characters ("\040").
std::string withoutOctalEscapes(std::string_view text)
{
    const auto isOctal = [](char c) { return c >= '0' && c <= '7'; };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 4 <= text.size() &&
            std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                        text.begin() + static_cast<std::ptrdiff_t>(i) + 4, isOctal)) {
            result += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 +
                                        (text[i + 3] - '0'));
            i += 3;
        } else {
            result += text[i];
        }
    }
    return result;
}

DirectoryStream openDirectory(int parent, const char* name)
{
    const int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DirectoryStream stream(fd < 0 ? nullptr : fdopendir(fd));
    if (fd >= 0 && !stream) {
        close(fd);
    }
    return stream;
}

std::vector<std::pair<std::string, std::uint64_t>> subdirectories(DIR* directory)
{
    std::vector<std::pair<std::string, std::uint64_t>> result;
    while (const dirent* entry = readdir(directory)) {  // NOLINT(concurrency-mt-unsafe)
        const std::string_view name = &entry->d_name[0];
        if (entry->d_type == DT_DIR && name != "." && name != "..") {
            result.emplace_back(name, entry->d_ino);
        }
    }
    return result;
}

std::optional<CgroupMount> findMount()
{
    // Read line by line: one read() returns only some of the file's many records.
    std::ifstream file("/proc/self/mountinfo");
    std::string line;
    while (std::getline(file, line)) {
        if (auto mount = parseCgroupMount(line)) {
            return mount;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<CgroupMount> parseCgroupMount(std::string_view mountInfo)
{
    while (!mountInfo.empty()) {
        std::string_view line = mountInfo.substr(0, mountInfo.find('\n'));
        mountInfo.remove_prefix(std::min(mountInfo.size(), line.size() + 1));
        const auto dash = line.find(" - ");
        if (dash == std::string_view::npos || !line.substr(dash + 3).starts_with("cgroup2 ")) {
            continue;
        }
        for (int skipped = 0; skipped < 3; ++skipped) {  // mount, parent and device numbers
            takeColumn(line);
        }
        const std::string_view root = takeColumn(line);
        const std::string_view path = takeColumn(line);
        if (path.starts_with('/')) {
            return CgroupMount{withoutOctalEscapes(path), withoutOctalEscapes(root)};
        }
    }
    return std::nullopt;
}

CgroupNames::CgroupNames()
    : CgroupNames(findMount())
{
}

CgroupNames::CgroupNames(std::optional<CgroupMount> mount, std::chrono::milliseconds timeOfTenWalks)
    : m_mount(std::move(mount))
    , m_timeOfTenWalks(timeOfTenWalks)
{
}

std::shared_ptr<const ServiceContext> CgroupNames::serviceContext(std::uint64_t cgroupId)
{
    if (!m_mount || cgroupId <= kRootId) {
        return nullptr;
    }
    const auto known = m_places.find(cgroupId);
    if (known != m_places.end()) {
        return known->second;
    }
    m_unknownIds.push_back(cgroupId);
    if (!mayWalk()) {
        return nullptr;
    }
    walk();
    const auto found = m_places.find(cgroupId);
    return found != m_places.end() ? found->second : nullptr;
}

bool CgroupNames::mayWalk()
{
    constexpr int kWalks = 10;
    const Clock::time_point now = Clock::now();
    if (!m_firstOfTenAt || now - *m_firstOfTenAt >= m_timeOfTenWalks) {
        m_firstOfTenAt = now;
        m_walksSinceThen = 0;
    }
    return m_walksSinceThen++ < kWalks;
}

void CgroupNames::walk()
{
    if (m_places.size() > kMaxGroups) {
        m_places.clear();
    }
    std::string path = m_mount->root == "/" ? std::string() : m_mount->root;
    const bool isWhole = walkInto(AT_FDCWD, m_mount->path.c_str(), path, 0);
    m_failedWalks = isWhole ? 0 : std::min(m_failedWalks + 1, kMaxFailedWalks);
    if (!isWhole && m_failedWalks < kMaxFailedWalks) {
        m_unknownIds.clear();  // the next query for these ids searches for them again
        return;
    }
    // An id that a complete walk did not find belongs to a group that was removed while its sockets
    // still exist, or to a group outside of this program's cgroup namespace. Ids are not reused, so
    // such an id is not searched for again.
    for (const std::uint64_t id : m_unknownIds) {
        m_places.try_emplace(id, nullptr);
    }
    m_unknownIds.clear();
}

/// @return Whether everything below could be listed. Groups that were removed during the walk do
///         not count.
bool CgroupNames::walkInto(int parent, const char* name, std::string& path, int depth)
{
    const DirectoryStream directory = openDirectory(parent, name);
    if (!directory) {
        return errno == ENOENT;
    }
    bool isWhole = true;
    for (const auto& [child, id] : subdirectories(directory.get())) {
        if (m_places.size() > kMaxGroups) {
            return isWhole;
        }
        const std::size_t length = path.size();
        path.append("/").append(child);
        const auto [entry, isNew] = m_places.try_emplace(id, nullptr);
        ServiceContext serviceContext =
            isNew ? parseCgroupPath(path).serviceContext : ServiceContext{};
        if (serviceContext.unit || serviceContext.container) {
            entry->second = std::make_shared<const ServiceContext>(std::move(serviceContext));
        }
        if (depth < kDeepest) {
            isWhole = walkInto(dirfd(directory.get()), child.c_str(), path, depth + 1) && isWhole;
        }
        path.resize(length);
    }
    return isWhole;
}

}  // namespace quaywatch::linux_backend
