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

/// The selection of one dump.
struct DiagQuery {
    std::uint8_t family = 0;              ///< AF_INET or AF_INET6
    std::uint8_t protocol = 0;            ///< IPPROTO_TCP or IPPROTO_UDP
    std::uint32_t states = 0;             ///< Bit n selects TCP state n.
    bool wantsByteCounts = false;         ///< Makes the kernel send tcp_info, which is slow.
    std::optional<PortPartition> half{};  ///< Only these rows; the kernel filters.
};

/// The result of a dump. An interrupted dump is repeated; the rows of the best try are kept.
struct DiagDump {
    std::vector<DiagRow> rows;
    /// In every try, the kernel reported that its table changed during the dump, or lost part of
    /// its answer.
    bool isIncomplete = false;
};

/// Dumps one table of NETLINK_SOCK_DIAG (sock_diag(7)) and appends its rows to `dump`.
///
/// Blocks while the kernel answers. A dump that is interrupted (NLM_F_DUMP_INTR), overflows
/// (ENOBUFS) or ends within a message is tried up to three times in all.
///
/// @return NotFound if the kernel has no such table (module not loaded), else as DiagChannel.
[[nodiscard]] Result<void> dumpSockets(DiagChannel& channel, const DiagQuery& query,
                                       DiagDump& dump);

}  // namespace quaywatch::linux_backend
