// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/tables/diag_channel.h"
#include "core/linux/tables/diag_row.h"
#include "core/linux/tables/port_partition.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch::linux_backend {

/// What one dump asks for.
struct DiagQuery {
    std::uint8_t family = 0;              ///< AF_INET or AF_INET6
    std::uint8_t protocol = 0;            ///< IPPROTO_TCP or IPPROTO_UDP
    std::uint32_t states = 0;             ///< Bit n stands for TCP state n.
    bool wantsByteCounts = false;         ///< Makes the kernel send tcp_info, which is dear.
    std::optional<PortPartition> half{};  ///< Only these rows; the kernel picks them out.
};

/// What a dump gave. A dump that was interrupted is repeated; rows are kept from the best try.
struct DiagDump {
    std::vector<DiagRow> rows;
    /// The kernel said in every try that its table moved meanwhile, or lost part of its answer.
    bool isIncomplete = false;
};

/// Dumps one table of NETLINK_SOCK_DIAG (sock_diag(7)) and appends its rows to `dump`.
///
/// Blocks while the kernel answers. A dump that is interrupted (NLM_F_DUMP_INTR), overflows
/// (ENOBUFS) or breaks off in a message is repeated up to three times.
///
/// @return NotFound where the kernel has no such table (module not there), else as DiagChannel.
[[nodiscard]] Result<void> dumpSockets(DiagChannel& channel, const DiagQuery& query,
                                       DiagDump& dump);

}  // namespace quaywatch::linux_backend
