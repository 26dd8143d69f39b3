// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/program_evidence.h"
#include "core/sockets/socket_record.h"

#include <optional>
#include <string>

namespace quaywatch {

/// Why a listener on a vacant well-known port is a known use of it that IANA has not registered:
/// chronyd's command port, spamd, rpc.statd's private socket, rpcbind's for remote calls.
///
/// The number alone explains nothing. Evidence is either the systemd unit in whose cgroup the
/// socket was made, directly below /system.slice, or that each owner runs a program that dpkg
/// lists for the right package; and the socket must be open to no more than the use needs.
/// An owner that is known to run another program is none, whatever its unit is called.
///
/// @param evidence  Asked only where the unit does not tell; null: it cannot be asked.
/// @return One English sentence without a full stop that names the evidence; empty if there is
/// none.
[[nodiscard]] std::optional<std::string> explainKnownUse(const SocketRecord& listener,
                                                         ProgramEvidence* evidence);

}  // namespace quaywatch
