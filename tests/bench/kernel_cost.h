// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What the kernel alone charges for a listing of sockets: the floor that a monitor is measured
/// against, in the same run and on the same machine.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace quaywatch::bench {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// States of a socket as the bits of a sock_diag request.
inline constexpr std::uint32_t kEveryState = 0xfff;
inline constexpr std::uint32_t kListenersOnly = (1U << 10U) | (1U << 7U);  // LISTEN, unbound UDP

/// Dumps TCP and UDP over IPv4 and IPv6 by sock_diag and keeps nothing.
/// @return How many sockets there are; empty if the kernel refused.
std::optional<std::uint64_t> dumpSockets(std::uint32_t states);

/// Reads what every descriptor of every process points to, as far as this user may.
/// @return How many of them are sockets.
std::uint64_t followDescriptors();

/// Asks every process how many descriptors it has, which the kernel tells since Linux 6.2.
std::uint64_t countDescriptors();

/// Runs `work` once and tells how long it took.
[[nodiscard]] Milliseconds timeOf(const std::function<void()>& work);

/// The middle one of `times`, or the upper one of the two; `times` must not be empty.
[[nodiscard]] Milliseconds median(std::vector<Milliseconds> times);

}  // namespace quaywatch::bench
