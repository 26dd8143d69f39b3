// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Words for alerts. Strangers' text in them is raw.

#pragma once

#include "core/watch/alert.h"

#include <string>
#include <vector>

namespace quaywatch {

/// "nginx", "node server.js", "user 1000's process"; "another user's process" of whom nothing is
/// known.
[[nodiscard]] std::string describeOwner(const SocketRecord& socket);

/// "tcp 127.0.0.1:931 nc", "tcp to 203.0.113.5:931 nc"
[[nodiscard]] std::string describeSocket(const SocketRecord& socket);

/// "all addresses", "this machine only"
[[nodiscard]] std::string_view describeExposure(Exposure exposure) noexcept;

/// Several alerts as one by rule Many: the gravest severity, what each rule tells and how often,
/// the gravest sockets by name, and how many are not named. Not of none.
/// @param total  How many there were, if `alerts` are only the first of them.
[[nodiscard]] Alert sumUp(const std::vector<Alert>& alerts, std::size_t total = 0);

}  // namespace quaywatch
