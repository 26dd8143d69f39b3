// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// IANA's registry in its published form, XML or CSV, read into records. At this stage only the
/// completeness of the file has been checked.

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// A record with the texts of the file.
struct RegistryRecord {
    std::string name;         ///< Empty if no service is named.
    std::string number;       ///< "22" or "6000-6063"; empty for a service without a port.
    std::string protocol;     ///< Empty: the record applies to all.
    std::string description;  ///< For a port without a name also its state: "Unassigned".
    std::string note;
};

struct RegistryRecords {
    std::string date;  ///< "2026-08-17"
    /// A CSV file does not contain its date. The date is then that of its newest record; the
    /// registry itself is at least that new.
    bool isDateOfRecords = false;
    std::vector<RegistryRecord> records;
};

/// Maximum size of a file; IANA's has 4 million bytes and 15 thousand records.
inline constexpr std::size_t kMaxRegistryBytes = std::size_t{16} << 20U;
inline constexpr std::size_t kMaxRegistryRecords = 100'000;

/// Reads XML or CSV and detects which it is.
/// @return Malformed, with one sentence for the user.
[[nodiscard]] Result<RegistryRecords> readRegistryRecords(std::string_view text);

}  // namespace quaywatch
