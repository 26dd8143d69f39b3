// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Service managers: which processes they are, and for which of their units they hold a socket.

#pragma once

#include "core/net/endpoint.h"
#include "core/net/protocol.h"
#include "core/sockets/process_info.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// Whether a process starts and stops services. A service manager is not signaled for a port that
/// it holds, and process 1 never is.
enum class ServiceManager : std::uint8_t {
    None,    ///< An ordinary process, whatever its name.
    Init,    ///< Process 1, which is not systemd.
    System,  ///< Process 1, which is systemd.
    User,    ///< A user's own manager: this system's systemd, in the group intended for it.
};

/// Recognizes process 1 by its number, others by the file that they run: its device and inode must
/// be those of this system's systemd, or it must be a version of it that an upgrade has deleted.
/// Name and path do not count, since any process may choose them. A user's manager must also be a
/// child of process 1 in the control group intended for it, `user@UID.service/init.scope` with its
/// own UID. Managers in a container, seen from outside of it, are ordinary processes. Reads a few
/// files of /proc.
///
/// @return None also if the executable may not be read.
[[nodiscard]] ServiceManager serviceManagerOf(const ProcessId& process);

/// The systemd to which a unit belongs: each may have a unit of the same name.
struct SystemdInstance {
    /// The user whose own systemd it is; empty: the system's.
    std::optional<std::uint32_t> user = {};

    friend bool operator==(const SystemdInstance&, const SystemdInstance&) = default;
};

/// A systemd .socket unit and the service it starts.
struct SocketUnit {
    std::string name;     ///< e.g. "cups.socket"
    std::string service;  ///< e.g. "cups.service", or "echo@.service" for one per connection
    /// The executables that the service starts, without symbolic links; empty if the unit files do
    /// not name them by their path.
    std::vector<std::string> programs = {};

    friend bool operator==(const SocketUnit&, const SocketUnit&) = default;
};

/// A socket that a service manager holds, or that it handed to a service.
struct SocketUnitQuestion {
    Protocol protocol = Protocol::Tcp;
    Endpoint local;
    std::optional<std::string> unit = {};  ///< The unit in the socket's control group.
    /// User: search the units of that user's manager. Any other value: those of the system.
    ServiceManager manager = ServiceManager::System;
    ProcessId managerProcess = {};  ///< Only for User: that manager.
};

/// Finds the .socket unit of a socket: the one in its control group, otherwise the only one whose
/// unit file configures exactly this address. Such a file does not mean that the unit is active, so
/// call this only for a socket that a manager holds. Blocks (files; another user's home at most for
/// a second).
///
/// @return Empty if none or several are configured for the address.
[[nodiscard]] std::optional<SocketUnit> findSocketUnit(const SocketUnitQuestion& question);

}  // namespace quaywatch
