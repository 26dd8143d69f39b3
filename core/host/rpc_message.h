// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The ONC RPC calls that Quaywatch makes, as bytes: RPCBPROC_DUMP and PMAPPROC_DUMP of rpcbind
/// (RFC 1833) in the message format of RFC 5531. They are sent over a stream, since a list of many
/// services does not fit into a datagram; in a stream, a message is a record of one or more
/// fragments. Pure functions; all input is untrusted.

#pragma once

#include "core/base/result.h"
#include "core/host/host_facts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quaywatch {

/// Maximum size of an accepted answer, in bytes: thousands of services; a busy machine has fifty.
inline constexpr std::size_t kMaxRpcRecord = 256UL * 1024;

/// Which list rpcbind is asked for.
enum class RpcList : std::uint8_t {
    PortMapper,  ///< Version 2, which every rpcbind and portmap supports.
    Rpcbind,     ///< Version 4, which reports who registered each service.
};

/// The call, including its record mark.
[[nodiscard]] std::array<std::uint8_t, 44> encodeRpcbindDump(
    std::uint32_t transactionId, RpcList list = RpcList::PortMapper) noexcept;

/// Joins the fragments of the record that `received` begins with.
///
/// @return The record; empty if more bytes are needed; ErrorCode::Malformed if it is longer than
///         kMaxRpcRecord.
[[nodiscard]] Result<std::optional<std::vector<std::uint8_t>>> firstRpcRecord(
    std::span<const std::uint8_t> received);

/// Decodes the answer to encodeRpcbindDump(). Rows of transports other than TCP and UDP, and rows
/// without a port, are omitted.
///
/// @return Ascending rows without duplicates; ErrorCode::Malformed; ErrorCode::PermissionDenied if
///         rpcbind refused the call.
[[nodiscard]] Result<std::vector<RpcService>> decodeRpcbindDump(
    std::span<const std::uint8_t> record, std::uint32_t transactionId,
    RpcList list = RpcList::PortMapper);

}  // namespace quaywatch
