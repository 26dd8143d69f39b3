// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"
#include "core/sockets/socket_record.h"

#include <vector>

namespace quaywatch {

/// Adds what is behind a listener: the service that systemd starts for it, the script or loader of
/// its program, the container to which it forwards, and why the program may be outdated or may not
/// respond. Untrusted text in it has passed through displayText().
void addProgramSentences(std::vector<MessageArgument>& line, const SocketRecord& socket);

}  // namespace quaywatch
