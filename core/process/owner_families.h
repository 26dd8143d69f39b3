// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/process_inspector.h"
#include "core/sockets/socket_record.h"

#include <functional>
#include <vector>

namespace quaywatch {

/// Processes that hold one socket and are related: they can have it from one another by fork(2).
struct OwnerFamily {
    OwnerSet members;  ///< In the order that they came in.
    OwnerSet parents;  ///< Those of whom another member descends.
};

/// The ancestors of a process, nearest first.
using AncestorsOf = std::function<std::vector<RelatedProcess>(const ProcessInfo&)>;

/// Parts the owners of a socket by kinship. Two are related if one descends from the other; if they
/// are in one session and have the executable or the user in common; or if they run the same
/// program as the same user in the same unit and container, as two generations of a server do that
/// was started again. Whoever is related to a third is related.
///
/// A process cannot enter a session, nor get another parent than its reaper, so none of this is in
/// the hands of a process that hands its socket to another.
///
/// @param owners       Without service managers, of whom everything descends.
/// @param ancestorsOf  Asked only where their parents' numbers leave more than one family.
[[nodiscard]] std::vector<OwnerFamily> familiesOf(const OwnerSet& owners,
                                                  const AncestorsOf& ancestorsOf);

}  // namespace quaywatch
