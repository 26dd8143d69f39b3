// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch::linux_backend {

/// Facts about a process that follow from the path of its control group.
struct CgroupFacts {
    ServiceContext serviceContext;
    /// The user whose own systemd runs in this group:
    /// /user.slice/user-1000.slice/user@1000.service/init.scope. From outside of user@1000.service,
    /// only systemd puts a process there.
    std::optional<std::uint32_t> managerOf = {};

    friend bool operator==(const CgroupFacts&, const CgroupFacts&) = default;
};

/// Parses a path of the cgroup hierarchy, such as "/system.slice/ssh.service".
///
/// The unit is the one that systemd itself would name: the first below the slices, or below a
/// user's manager (user@1000.service) the user's own unit. It is spelled as in systemd, so that
/// systemctl accepts it. The container is the outermost one: a process in the container chooses the
/// names below it, and cannot make a process appear as another unit's.
/// Containers are "docker:", "podman:", "crio:", "containerd:" and so on with 12 digits of the id,
/// or "lxc:", "nspawn:", "machine:" with a name. All of the text is untrusted.
[[nodiscard]] CgroupFacts parseCgroupPath(std::string_view path);

/// The same from the text of /proc/PID/cgroup: the line of the unified hierarchy has precedence,
/// then systemd's own hierarchy (version 1), then the others.
[[nodiscard]] CgroupFacts parseProcCgroup(std::string_view text);

}  // namespace quaywatch::linux_backend
