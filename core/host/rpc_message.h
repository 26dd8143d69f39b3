// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The ONC RPC calls quaywatch makes, as bytes: RPCBPROC_DUMP and PMAPPROC_DUMP of rpcbind (RFC
/// 1833) in the message form of RFC 5531. Over a stream, since a list of many services does not fit
/// a datagram; there a message is a record of one or more fragments. Pure; all input is a
/// stranger's.

#pragma once

#include "core/base/result.h"
#include "core/host/host_facts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The longest answer taken, in bytes: thousands of services, where a busy machine has fifty.
inline constexpr std::size_t kMaxRpcRecord = 256UL * 1024;

/// What rpcbind is asked for.
enum class RpcList : std::uint8_t {
    PortMapper,  ///< Version 2, which every rpcbind and portmap knows.
    Rpcbind,     ///< Version 4, which tells who registered each service.
};

/// The call, its record mark included.
[[nodiscard]] std::array<std::uint8_t, 44> encodeRpcbindDump(
    std::uint32_t transactionId, RpcList list = RpcList::PortMapper) noexcept;

/// Joins the fragments of the record that `received` begins with.
///
/// @return The record; empty if more bytes are needed; ErrorCode::Malformed if it is longer than
///         kMaxRpcRecord.
[[nodiscard]] Result<std::optional<std::vector<std::uint8_t>>> firstRpcRecord(
    std::span<const std::uint8_t> received);

/// Reads the answer to encodeRpcbindDump(). Rows of other transports than TCP and UDP, and rows
/// without a port, are left out.
///
/// @return Ascending rows without duplicates; ErrorCode::Malformed; ErrorCode::PermissionDenied
///         where rpcbind refused the call.
[[nodiscard]] Result<std::vector<RpcService>> decodeRpcbindDump(
    std::span<const std::uint8_t> record, std::uint32_t transactionId,
    RpcList list = RpcList::PortMapper);

/// The customary name of an RPC program, such as "nfs" for 100003; empty if we know none.
[[nodiscard]] std::string_view rpcProgramName(std::uint32_t program) noexcept;

}  // namespace quaywatch
