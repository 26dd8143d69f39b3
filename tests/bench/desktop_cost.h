// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/program_cost.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::bench {

/// The cost of the window while it is hidden in the tray, and the latency of its notifications.
struct HiddenWindow {
    ProgramCost cost;
    std::vector<Milliseconds> notified;  ///< From listen() on each port to its notification.
};

/// Starts a separate display, bus, tray and notification server (Xvfb, dbus-daemon,
/// desktop_stand_in), and the hidden window in it. Sets DISPLAY and the bus address for this
/// process. Needs the right to listen on the ports.
/// @return Empty on failure, with the cause in `problem`.
std::optional<HiddenWindow> costOfHiddenWindow(const std::string& folder,
                                               const std::vector<std::uint16_t>& ports,
                                               std::string& problem);

}  // namespace quaywatch::bench
