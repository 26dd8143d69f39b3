// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch {

/// The usual name of an RPC program, such as "nfs" for 100003; empty for an unknown program.
[[nodiscard]] std::string_view rpcProgramName(std::uint32_t program) noexcept;

/// The number of the program with this usual name.
[[nodiscard]] std::optional<std::uint32_t> rpcProgramNamed(std::string_view name) noexcept;

}  // namespace quaywatch
