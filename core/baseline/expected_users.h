// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// How the `user` of a baseline entry is compared. It is the user as which the process runs, not
/// the one that made the socket:
///
/// - As with programs, each process that holds the socket must run as a user of the entry.
/// - If the entry has root, and a process of root holds the socket, that process' children may run
///   as any other user: root gave them the socket and took its own rights away from them (nginx and
///   its workers). Of process 1, to which any orphan falls, only the services of the system and
///   processes of its own program count as children.
/// - So root is accepted only where the entry says root.
/// - Where no process is known, the creator of the socket has to be a user of the entry.

#pragma once

#include "core/baseline/baseline.h"

#include <string>
#include <vector>

namespace quaywatch {

[[nodiscard]] bool acceptsUsers(const BaselineEntry& entry, const SocketRecord& socket);

/// Whether the entry names a user, and could only be compared with the socket's creator, because
/// the process is hidden.
[[nodiscard]] bool isComparedWithCreator(const BaselineEntry& entry, const SocketRecord& socket);

/// Whether the listener is still root's, as it was made, but the baseline expects it of another
/// user: a server that starts is so for a moment, between bind() and setuid().
[[nodiscard]] bool isAboutToChangeUser(const Baseline& baseline, const SocketRecord& listener,
                                       Baseline::Time now);

/// Why acceptsUsers() is false, in a few words: "its user is root, not www-data". If the entry has
/// the creator of the socket, as old ones do, it says what to write. Untrusted text in it is raw.
[[nodiscard]] Message userDifference(const BaselineEntry& entry, const SocketRecord& socket);

/// The users that an entry for the socket needs, each once, beginning with that of the first owner.
/// An unknown one is an empty text. Never empty.
[[nodiscard]] std::vector<std::string> usersFor(const SocketRecord& socket);

}  // namespace quaywatch
