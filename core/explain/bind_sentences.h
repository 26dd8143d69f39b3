// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sentences on what a forecast of bind() says.

#pragma once

#include "core/explain/bind_forecast.h"

#include <string>
#include <vector>

namespace quaywatch {

/// Why binding the port would fail, or might fail.
struct BindObstacle {
    /// Stable: "held", "time-wait", "dual-stack", "reserved", "privileged", ...
    std::string token;
    Message text;
};

/// "tcp 0.0.0.0:80 is held by nginx (PID 7)"
[[nodiscard]] Message holdingText(const SocketRecord& holder);

/// Which socket options would let another socket bind the same address. No table shows which
/// options a socket has, so none is said to be set.
[[nodiscard]] Message optionsText(const SocketRecord& holder);

/// Adds what prevents a plain bind() with one protocol: each holder, with the addresses at which it
/// does, and addresses that this machine does not have.
///
/// @param here  The sockets of the port; those of other protocols are skipped.
/// @param rows  The forecast for them.
void addSocketObstacles(std::vector<BindObstacle>& obstacles, Protocol protocol,
                        const std::vector<const SocketRecord*>& here,
                        const std::vector<BindForecast>& rows);

/// "tcp 80 is free at [::1]"; empty if all addresses are free, or none is.
[[nodiscard]] std::optional<Message> freeText(Protocol protocol, Port port,
                                              const std::vector<BindForecast>& rows);

}  // namespace quaywatch
