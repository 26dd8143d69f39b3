// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The keys and values of expected.toml, independent of the TOML library. Each setter returns the
/// error of a value as one sentence; empty if the value is valid.

#pragma once

#include "core/baseline/baseline_text.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace quaywatch {

inline constexpr std::array<std::string_view, 2> kTopKeys{"schema", "expect"};
inline constexpr std::array<std::string_view, 13> kEntryKeys{
    "port",         "rpc",       "protocol", "address",  "program", "user", "unit",
    "unit-manager", "container", "until",    "required", "fixed",   "note"};
inline constexpr std::array<std::string_view, 5> kNeededKeys{"port", "protocol", "address",
                                                             "program", "user"};
inline constexpr std::string_view kRpcKey = "rpc";  ///< May be in place of "port".

[[nodiscard]] bool isEntryKey(std::string_view key) noexcept;

/// "there is no key 'prot'; did you mean 'protocol'?"
[[nodiscard]] Message unknownKeyText(std::string_view key, std::span<const std::string_view> known);
[[nodiscard]] Message missingKeyText(std::string_view key);
[[nodiscard]] Message wrongKindText(std::string_view key);

[[nodiscard]] std::optional<Message> setPort(BaselineEntry& entry, std::int64_t port);
[[nodiscard]] std::optional<Message> setRpc(BaselineEntry& entry, std::int64_t program);

/// What is wrong with the entry as a whole: it names both a port and an RPC service, or lets
/// rpcbind alone decide, where any user may register a service.
[[nodiscard]] std::optional<Message> rpcConflict(const BaselineEntry& entry, bool hasPort);

/// Sets the text of a key. Several programs are added up.
[[nodiscard]] std::optional<Message> setText(BaselineEntry& entry, std::string_view key,
                                             std::string_view text);

/// Adds a further user to those of the entry.
[[nodiscard]] std::optional<Message> addUser(BaselineEntry& entry, std::string_view text);

struct Day {
    std::uint16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
};
/// @param sinceMidnight  Time since the start of that day in UTC; may be outside the day.
[[nodiscard]] std::optional<Message> setUntil(BaselineEntry& entry, const Day& day,
                                              std::chrono::seconds sinceMidnight);

}  // namespace quaywatch
