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

/// Decodes one datagram of the group SKNLGRP_INET_TCP_DESTROY and the similar ones
/// (<linux/sock_diag.h>), and appends the sockets that it reports. Pure; reads nothing beyond
/// `datagram`.
///
/// A socket that never had a port is skipped, since it used none. Messages that are cut short or
/// are about neither TCP nor UDP are skipped, too.
///
/// @param at  The time to set in each: the message contains no time.
void appendDestroyed(std::span<const std::byte> datagram, std::uint64_t networkNamespace,
                     std::chrono::system_clock::time_point at,
                     std::vector<DestroyedSocket>& sockets);

}  // namespace quaywatch::linux_backend
