// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// IANA's registry as it is published, in XML or CSV: read into records, of which nothing is
/// believed yet but that the file is whole.

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// A record as it stands in the file.
struct RegistryRecord {
    std::string name;         ///< Empty where no service is named.
    std::string number;       ///< "22" or "6000-6063"; empty for a service without a port.
    std::string protocol;     ///< Empty: it holds for all.
    std::string description;  ///< Says also what a port without a name is: "Unassigned".
    std::string note;
};

struct RegistryRecords {
    std::string date;  ///< "2026-08-17"
    /// A CSV does not say its date: then the newest date of its records, which the registry's own
    /// is not older than.
    bool isDateOfRecords = false;
    std::vector<RegistryRecord> records;
};

/// What a file may have at most; IANA's has 4 million bytes and 15 thousand records.
inline constexpr std::size_t kMaxRegistryBytes = std::size_t{16} << 20U;
inline constexpr std::size_t kMaxRegistryRecords = 100'000;

/// Reads XML or CSV, whichever the text is.
/// @return Malformed, in one sentence for people.
[[nodiscard]] Result<RegistryRecords> readRegistryRecords(std::string_view text);

/// The XML. A document type, with which entities could be declared, is refused.
[[nodiscard]] Result<RegistryRecords> readRegistryXml(std::string_view text);

/// The CSV: RFC 4180, columns by their names in the first line. It must end with the end of a
/// line, so that a file that was cut off is noticed.
[[nodiscard]] Result<RegistryRecords> readRegistryCsv(std::string_view text);

}  // namespace quaywatch
