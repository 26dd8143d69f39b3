// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The time that the kernel alone needs to list sockets: the lower bound that a monitor is compared
/// with, in the same run and on the same machine.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace quaywatch::bench {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// Socket states as the bits of a sock_diag request.
inline constexpr std::uint32_t kEveryState = 0xfff;
inline constexpr std::uint32_t kListenersOnly = (1U << 10U) | (1U << 7U);  // LISTEN, unbound UDP

/// Dumps TCP and UDP over IPv4 and IPv6 with sock_diag and discards the rows.
/// @return The number of sockets; empty if the kernel refused.
std::optional<std::uint64_t> dumpSockets(std::uint32_t states);

/// Reads the target of every descriptor of every process, as far as this user may.
/// @return The number of sockets among them.
std::uint64_t followDescriptors();

/// Reads the number of descriptors of every process, which the kernel reports since Linux 6.2.
std::uint64_t countDescriptors();

/// Runs `work` once and returns the time it took.
[[nodiscard]] Milliseconds timeOf(const std::function<void()>& work);

/// The median of `times`, or the upper one of the two middle values; `times` must not be empty.
[[nodiscard]] Milliseconds median(std::vector<Milliseconds> times);

}  // namespace quaywatch::bench
