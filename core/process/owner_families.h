// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/process_inspector.h"
#include "core/sockets/socket_record.h"

#include <functional>
#include <vector>

namespace quaywatch {

/// Processes that hold one socket and are related: they may have it from one another by fork(2).
struct OwnerFamily {
    OwnerSet members;  ///< In the order of the input.
    OwnerSet parents;  ///< Members of which another member descends.
};

/// Returns the ancestors of a process, nearest first.
using AncestorsOf = std::function<std::vector<RelatedProcess>(const ProcessInfo&)>;

/// Divides the owners of a socket into families. Two are related if one descends from the other, if
/// they are in one session and have the same executable or user, or if they run the same program as
/// the same user in the same unit and container, like two generations of a restarted server. Two
/// that are both related to a third one are related, too.
///
/// A process cannot enter an existing session, and can get no other new parent than its reaper. So
/// a process that passes its socket to another one cannot make the two related.
///
/// @param owners       Without service managers, of which all processes descend.
/// @param ancestorsOf  Called only if the parents' numbers leave more than one family.
[[nodiscard]] std::vector<OwnerFamily> familiesOf(const OwnerSet& owners,
                                                  const AncestorsOf& ancestorsOf);

}  // namespace quaywatch
