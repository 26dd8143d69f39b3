// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Parsers of the files in /proc that contain host facts. Pure; malformed text gives an empty
/// value.

#pragma once

#include "core/net/endpoint.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

inline constexpr std::uint32_t kLastPort = 65535;

/// Parses a number that is alone on its line, "1024\n", at most `most`.
[[nodiscard]] std::optional<std::uint32_t> parseNumber(std::string_view text, std::uint32_t most);

/// Parses two ports separated by blanks, "32768\t60999\n".
[[nodiscard]] std::optional<PortRange> parsePortPairLine(std::string_view text);

/// Parses ports and port ranges, "8080,9148-9150\n"; parts that are neither are left out.
[[nodiscard]] std::vector<PortRange> parsePortList(std::string_view text);

/// The effective capabilities in the text of /proc/self/status, as a bit set.
[[nodiscard]] std::optional<std::uint64_t> parseEffectiveCapabilities(std::string_view status);

}  // namespace quaywatch::linux_backend
