// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace quaywatch {

/// A count as the system writes it, with its separators between thousands. In a text with plural
/// forms, "%Ln" does the same. Ports and PIDs are names, not counts: they have no separators.
[[nodiscard]] QString numberText(std::uint64_t count);

/// The count for the plural forms of tr(), which takes an int; larger ones become the largest int.
[[nodiscard]] int pluralOf(std::uint64_t count) noexcept;

}  // namespace quaywatch
