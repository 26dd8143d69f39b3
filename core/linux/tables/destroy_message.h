// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/close_event_source.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quaywatch::linux_backend {

/// Decodes one datagram of the groups SKNLGRP_INET_TCP_DESTROY and its like (<linux/sock_diag.h>)
/// and appends the sockets that it tells of. Pure; reads nothing beyond `datagram`.
///
/// A socket that never had a port is passed over: it touched none. So is what is cut short or is
/// neither TCP nor UDP.
///
/// @param at  Stands in each: the message holds no time.
void appendDestroyed(std::span<const std::byte> datagram, std::uint64_t networkNamespace,
                     std::chrono::system_clock::time_point at,
                     std::vector<DestroyedSocket>& sockets);

}  // namespace quaywatch::linux_backend
