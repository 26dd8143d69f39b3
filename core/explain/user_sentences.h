// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"
#include "core/sockets/socket_user.h"

#include <string>
#include <vector>

namespace quaywatch {

/// "root", "uid 4711"; empty if the user is not known. Safe to show.
[[nodiscard]] std::string userText(const SocketUser& user);

/// Adds the users of the owners, each once, and who made the socket if that is none of them: "user
/// www-data", "socket made by root". Adds nothing if there are no owners.
void addUsers(std::vector<MessageArgument>& facts, const SocketRecord& socket,
              const OwnerSet& owners);

}  // namespace quaywatch
