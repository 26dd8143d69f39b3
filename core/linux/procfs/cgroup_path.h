// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch::linux_backend {

/// What the path of a control group tells of who made it.
struct CgroupFacts {
    ServiceContext serviceContext;
    /// Whose own systemd it is for: /user.slice/user-1000.slice/user@1000.service/init.scope, which
    /// systemd alone puts a process into from outside of user@1000.service.
    std::optional<std::uint32_t> managerOf = {};

    friend bool operator==(const CgroupFacts&, const CgroupFacts&) = default;
};

/// Reads a path of the cgroup hierarchy, such as "/system.slice/ssh.service".
///
/// The unit is the one systemd itself would name: the first below the slices, and below a user's
/// manager (user@1000.service) the user's own. It is written as systemd writes it, so that
/// systemctl takes it. The container is the outermost one: what lies deeper is named by whoever
/// is inside, and cannot make a process look like another unit's.
/// Containers are "docker:", "podman:", "crio:", "containerd:" and the like with 12 digits of the
/// id, or "lxc:", "nspawn:", "machine:" with a name. All text is a stranger's.
[[nodiscard]] CgroupFacts parseCgroupPath(std::string_view path);

/// The same from the text of /proc/PID/cgroup: the unified hierarchy's line is asked first, then
/// systemd's own (version 1), then the rest.
[[nodiscard]] CgroupFacts parseProcCgroup(std::string_view text);

}  // namespace quaywatch::linux_backend
