// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/service_manager.h"
#include "core/sockets/socket_record.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// The interfaces that activatedPrograms() uses. Tests replace them.
struct ActivationSystem {
    std::function<ServiceManager(const ProcessId&)> managerOf = serviceManagerOf;
    std::function<std::optional<SocketUnit>(const SocketUnitQuestion&)> findSocketUnit =
        quaywatch::findSocketUnit;
};

/// Whether the listener was created in the control group of a .socket unit of this system.
[[nodiscard]] bool isInSocketUnit(const SocketRecord& listener) noexcept;

/// The .socket unit for which a service manager holds the listener. Blocks (files).
///
/// @return Empty if no manager holds it, or if the unit is not known. If the owners are hidden, the
///         control group shows a unit of the system.
[[nodiscard]] std::optional<SocketUnit> activatingUnit(const SocketRecord& listener,
                                                       const ActivationSystem& system = {});

/// The programs of the service for which a service manager holds the listener (socket activation),
/// as its unit files name them. They hold the listener, too, once the service runs. Blocks (files).
///
/// @return Empty if no manager holds it, or if its service is started once per connection: that
///         gets the connection, and never the listener.
[[nodiscard]] std::vector<std::string> activatedPrograms(const SocketRecord& listener,
                                                         const ActivationSystem& system = {});

}  // namespace quaywatch
