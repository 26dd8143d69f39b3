// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"
#include "core/net/endpoint.h"
#include "core/net/protocol.h"

#include <optional>

namespace quaywatch::registry {

/// The program's own short note on a port with a history, such as 931; empty if there is none.
[[nodiscard]] std::optional<Message> portNote(Port port);

/// Who often uses a port without a registration: oftenUsedBy() as a message, with an id if it is
/// more than names. Empty if that is not known.
[[nodiscard]] std::optional<Message> oftenUsedMessage(Port port, Protocol protocol);

}  // namespace quaywatch::registry
