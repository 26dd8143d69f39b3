// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline.h"
#include "core/net/endpoint.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

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
    /// Entries that are written as comments, since they would never fit: see namelessOwner().
    std::size_t neverFittingCount = 0;
};

/// Gives further programs that hold a listener at other times, such as those of the service that
/// its first connection starts.
using LaterPrograms = std::function<std::vector<std::string>(const SocketRecord&)>;

/// The entry for a listener, which accepts these programs, too.
[[nodiscard]] BaselineEntry entryFor(const SocketRecord& listener, const LaterPrograms& later);

/// @param snapshot  Assessed without a baseline.
/// @param later     May be empty.
[[nodiscard]] BaselineDraft draftBaseline(const Snapshot& snapshot, PortRange ephemeralPorts,
                                          const LaterPrograms& later = {});

}  // namespace quaywatch
