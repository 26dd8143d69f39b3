// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Service managers: who they are, and for which of their units they hold a socket.

#pragma once

#include "core/net/endpoint.h"
#include "core/net/protocol.h"
#include "core/sockets/process_info.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quaywatch {

/// Whether a process starts and stops services. Such a one is not signaled for a port it holds, and
/// process 1 never is.
enum class ServiceManager : std::uint8_t {
    None,    ///< An ordinary process, whatever it calls itself.
    Init,    ///< Process 1, and not systemd.
    System,  ///< Process 1, and systemd.
    User,    ///< A user's own manager: this system's systemd, where the first one starts it.
};

/// Tells by the number 1, else by the file that the process runs: its device and inode must be
/// those of this system's systemd, or it must run a version of it that an upgrade has deleted.
/// Neither name nor path count, which anybody may choose. A user's must also be a child of process
/// 1 in the control group that is for it, `user@UID.service/init.scope` of its own UID. Managers of
/// a container that is seen from outside are ordinary processes. Reads a few files of /proc.
///
/// @return None as well where the executable may not be looked at.
[[nodiscard]] ServiceManager serviceManagerOf(const ProcessId& process);

/// Which systemd a unit is of: there may be one of the same name with each.
struct SystemdInstance {
    std::optional<std::uint32_t> user = {};  ///< Of this user's own; empty: of the system's.

    friend bool operator==(const SystemdInstance&, const SystemdInstance&) = default;
};

/// A systemd .socket unit and the service it starts.
struct SocketUnit {
    std::string name;     ///< e.g. "cups.socket"
    std::string service;  ///< e.g. "cups.service", "echo@.service" for one a connection

    friend bool operator==(const SocketUnit&, const SocketUnit&) = default;
};

/// A socket that a service manager holds, or that it handed to a service.
struct SocketUnitQuestion {
    Protocol protocol = Protocol::Tcp;
    Endpoint local;
    std::optional<std::string> unit = {};  ///< What the socket's control group names.
    /// User: the units of that user's manager. Anything else: those of the system.
    ServiceManager manager = ServiceManager::System;
    ProcessId managerProcess = {};  ///< Of a User manager.
};

/// The .socket unit that a socket belongs to: the one its control group names, else the only one
/// that is set up to listen at exactly this address, by the unit files. That such a file exists
/// does not mean that it is in use, so ask only of a socket that a manager holds. Blocks (files; of
/// another user's home no longer than a second).
///
/// @return Empty where none or several are set up for the address.
[[nodiscard]] std::optional<SocketUnit> findSocketUnit(const SocketUnitQuestion& question);

}  // namespace quaywatch
