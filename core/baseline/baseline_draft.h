// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <string>

namespace quaywatch {

/// A baseline for the user to review: an entry for each listener, grouped by who can reach it, with
/// a comment on everything unusual.
struct BaselineDraft {
    std::string text;
    std::size_t entryCount = 0;
    std::size_t unexpectedCount = 0;  ///< Entries for listeners assessed as unexpected.
    std::size_t hiddenCount = 0;      ///< Entries whose program is not known.
    std::size_t passingCount = 0;     ///< Omitted sockets: see isEphemeralUdp().
    std::size_t unwritableCount = 0;  ///< Omitted sockets whose names are not UTF-8.
};

/// @param snapshot  Assessed without a baseline.
[[nodiscard]] BaselineDraft draftBaseline(const Snapshot& snapshot, PortRange ephemeralPorts);

}  // namespace quaywatch
