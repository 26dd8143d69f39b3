// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/port_id.h"

namespace quaywatch {

/// Whether clients of the port's service use a reserved port at their end: RPC and NFS, and for TCP
/// rlogin and rsh. The peer chooses its port, so no other port proves anything.
[[nodiscard]] bool isPortOfReservedClients(PortId port);

}  // namespace quaywatch
