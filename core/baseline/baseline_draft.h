// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <string>

namespace quaywatch {

/// A baseline for a person to go through: an entry for each listener, grouped by who can reach it,
/// with what is odd said beside it.
struct BaselineDraft {
    std::string text;
    std::size_t entryCount = 0;
    std::size_t unexpectedCount = 0;  ///< Entries for what was judged unexpected.
    std::size_t hiddenCount = 0;      ///< Entries whose program is not known.
    std::size_t passingCount = 0;     ///< Sockets left out: see isEphemeralUdp().
    std::size_t unwritableCount = 0;  ///< Sockets left out: their names are no UTF-8.
};

/// @param snapshot  Judged without a baseline.
[[nodiscard]] BaselineDraft draftBaseline(const Snapshot& snapshot, PortRange ephemeralPorts);

}  // namespace quaywatch
