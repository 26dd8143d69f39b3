// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/program_evidence.h"
#include "core/sockets/socket_record.h"

#include <optional>

namespace quaywatch {

/// Why a listener on an unassigned well-known port is a known use of it that is not registered with
/// IANA: chronyd's command port, spamd, rpc.statd's private socket, rpcbind's port for remote
/// calls.
///
/// The number alone explains nothing. Evidence is either the systemd unit in whose cgroup the
/// socket was created, directly below /system.slice, or that each owner runs a program that dpkg
/// lists for the right package; and the socket must not be more exposed than the use needs. A
/// listener with an owner that is known to run another program is not explained, whatever its unit
/// is called.
///
/// @param evidence  Used only if the unit is not enough; null: there is none.
/// @return One sentence without a full stop that names the evidence; empty if there is
///         none.
[[nodiscard]] std::optional<Message> explainKnownUse(const SocketRecord& listener,
                                                     ProgramEvidence* evidence);

}  // namespace quaywatch
