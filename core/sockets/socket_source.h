// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The interface between Quaywatch and the operating system's socket tables. The code above it is
/// portable; the code below it is specific to a system, such as core/linux, and each build contains
/// one such folder.

#pragma once

#include "core/base/result.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace quaywatch {

/// How much a read fetches.
enum class ReadScope : std::uint8_t {
    Listeners,   ///< TCP LISTEN and unconnected UDP.
    Everything,  ///< Connections, too.
    /// TCP sockets that are bound and do not listen, too, if this kernel lists them (Linux 6.8).
    /// It takes up to 40 % more time, so it is not for polls.
    EverythingAndBound,
};

/// Reads the socket tables of this machine and joins them with their owners.
///
/// A source keeps state between reads (an open netlink socket, names, which process holds which
/// inode), so an object belongs to one thread at a time. Separate objects are independent.
class SocketSource {
public:
    SocketSource() = default;
    SocketSource(const SocketSource&) = delete;
    SocketSource& operator=(const SocketSource&) = delete;
    virtual ~SocketSource() = default;

    /// Reads every TCP and UDP socket visible to this user, in one pass.
    ///
    /// Blocks while the kernel answers (milliseconds; the first read takes longer the more files
    /// are open) and never uses the network. Sockets are in ascending SocketKey order without
    /// duplicates. direction, exposure and assessment are left to classify() and assess().
    ///
    /// A process that exits during the read is not an error. Owners that may not be read are
    /// reported in ownerState and counted in Snapshot::gaps; nothing is guessed.
    ///
    /// @return The sockets, or
    ///         - ErrorCode::PermissionDenied: the table itself was refused;
    ///         - ErrorCode::Unsupported: this kernel has no supported interface;
    ///         - ErrorCode::SystemError: any other error, with the system's number in osCode.
    [[nodiscard]] virtual Result<Snapshot> read(ReadScope scope) = 0;

    /// Asks for listeners again. A table read is not atomic and can miss a row, so this is called
    /// once before listeners are reported as closed.
    ///
    /// @return The listeners that the kernel still has, as read() would return them, ascending by
    ///         key; errors as read().
    [[nodiscard]] virtual Result<std::vector<SocketRecord>> find(
        std::span<const SocketRecord* const> wanted) = 0;

    /// Stable lower-case name of the mechanism, such as "sock_diag". For logs; not translated.
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;
};

/// Creates the source for this system. Defined once per backend; CMake selects the file.
///
/// @return A ready source, or ErrorCode::Unsupported on a system without a backend.
[[nodiscard]] Result<std::unique_ptr<SocketSource>> createSocketSource();

}  // namespace quaywatch
