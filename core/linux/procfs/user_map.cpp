// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/user_map.h"

#include "core/linux/system/proc_file.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <string>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint32_t kUsualOverflowUid = 65534;
constexpr std::uint64_t kAllUids = 0xFFFFFFFF;  // The last number, -1, is no user.

std::string_view takeWord(std::string_view& line)
{
    line = strip(line);
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line.remove_prefix(word.size());
    return word;
}

/// Whether the ranges, which the kernel keeps free of overlaps, have all numbers of users.
bool isWhole(std::string_view uidMap)
{
    std::uint64_t count = 0;
    while (!uidMap.empty()) {
        const std::size_t end = std::min(uidMap.find('\n'), uidMap.size());
        std::string_view line = uidMap.substr(0, end);
        uidMap.remove_prefix(std::min(end + 1, uidMap.size()));
        takeWord(line);  // The first number inside,
        takeWord(line);  // and the one outside.
        count += parseUnsigned<std::uint32_t>(takeWord(line)).value_or(0);
    }
    return count >= kAllUids;
}

/// A kernel without user namespaces has no such file.
std::string readOwnMap()
{
    ProcFile file(/*limit=*/16384);
    if (const auto text = file.read(AT_FDCWD, "/proc/self/uid_map")) {
        return std::string(*text);
    }
    const bool hasProc = access("/proc/self/stat", F_OK) == 0;
    const bool hasMap = !hasProc || access("/proc/self/uid_map", F_OK) == 0;
    return hasMap ? std::string() : "0 0 4294967295\n";
}

}  // namespace

UserMap::UserMap(std::string_view uidMap, std::string_view overflowUid) noexcept
    : m_overflowUid(parseUnsigned<std::uint32_t>(strip(overflowUid)).value_or(kUsualOverflowUid))
    , m_isWhole(isWhole(uidMap))
{
}

const UserMap& UserMap::own()
{
    static const UserMap kMap = [] {
        const std::string map = readOwnMap();
        ProcFile file(/*limit=*/64);
        return UserMap(map, file.read(AT_FDCWD, "/proc/sys/kernel/overflowuid").value_or(""));
    }();
    return kMap;
}

}  // namespace quaywatch::linux_backend
