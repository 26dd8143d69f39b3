// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quaywatch::linux_backend {

/// Where the unified cgroup hierarchy is mounted.
struct CgroupMount {
    std::string path;  ///< e.g. "/sys/fs/cgroup"
    std::string root;  ///< The part of the hierarchy that is mounted there; "/" for all of it.

    friend bool operator==(const CgroupMount&, const CgroupMount&) = default;
};

/// Finds the cgroup2 mount in the text of /proc/self/mountinfo.
[[nodiscard]] std::optional<CgroupMount> parseCgroupMount(std::string_view mountInfo);

/// Unit and container of a cgroup by its id, as socket tables name it. The id is the inode of a
/// directory, which anyone may list, so this works where the process itself may not be read.
///
/// Walks the hierarchy the first time it is asked and again when an id is new, at most ten times a
/// second: each service that starts anew has a new one, and what it listens on is judged by it. A
/// walk that could not see everything is repeated then, a few times. One thread at a time.
class CgroupNames {
public:
    CgroupNames();
    /// Walks another folder; for tests.
    explicit CgroupNames(std::optional<CgroupMount> mount,
                         std::chrono::milliseconds timeOfTenWalks = std::chrono::seconds(1));

    /// @return Null for the root, for an id that is not known (yet), and for a group that says
    ///         nothing of a unit or container.
    [[nodiscard]] std::shared_ptr<const ServiceContext> serviceContext(std::uint64_t cgroupId);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool mayWalk();
    void walk();
    [[nodiscard]] bool walkInto(int parent, const char* name, std::string& path, int depth);

    std::optional<CgroupMount> m_mount;
    std::chrono::milliseconds m_timeOfTenWalks;
    int m_failedWalks = 0;  ///< Since the last whole one.
    std::unordered_map<std::uint64_t, std::shared_ptr<const ServiceContext>> m_places;
    std::vector<std::uint64_t> m_unknownIds;  ///< Asked for since the last walk.
    std::optional<Clock::time_point> m_firstOfTenAt;
    int m_walksSinceThen = 0;
};

}  // namespace quaywatch::linux_backend
