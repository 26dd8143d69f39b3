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

/// The mount point of the unified cgroup hierarchy.
struct CgroupMount {
    std::string path;  ///< e.g. "/sys/fs/cgroup"
    std::string root;  ///< The part of the hierarchy that is mounted there; "/" for all of it.

    friend bool operator==(const CgroupMount&, const CgroupMount&) = default;
};

/// Finds the cgroup2 mount in the text of /proc/self/mountinfo.
[[nodiscard]] std::optional<CgroupMount> parseCgroupMount(std::string_view mountInfo);

/// Returns the service context (unit and container) of a cgroup by its id, which the socket tables
/// contain. The id is the inode of a directory that anyone may list, so this works even if the
/// process itself may not be read.
///
/// Walks the hierarchy at the first query, and again when an id is new, at most ten times a second:
/// each start of a service creates a new id, and the listeners of the service are assessed by its
/// service context. A walk that could not read everything is repeated then, a few times. Use it
/// from one thread at a time.
class CgroupNames {
public:
    CgroupNames();
    /// Walks another folder; for tests.
    explicit CgroupNames(std::optional<CgroupMount> mount,
                         std::chrono::milliseconds timeOfTenWalks = std::chrono::seconds(1));

    /// @return Null for the root, for an id that is not known (yet), and for a group that has
    ///         neither a unit nor a container.
    [[nodiscard]] std::shared_ptr<const ServiceContext> serviceContext(std::uint64_t cgroupId);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool mayWalk();
    void walk();
    [[nodiscard]] bool walkInto(int parent, const char* name, std::string& path, int depth);

    std::optional<CgroupMount> m_mount;
    std::chrono::milliseconds m_timeOfTenWalks;
    int m_failedWalks = 0;  ///< Since the last complete one.
    std::unordered_map<std::uint64_t, std::shared_ptr<const ServiceContext>> m_places;
    std::vector<std::uint64_t> m_unknownIds;  ///< Queried since the last walk.
    std::optional<Clock::time_point> m_firstOfTenAt;
    int m_walksSinceThen = 0;
};

}  // namespace quaywatch::linux_backend
