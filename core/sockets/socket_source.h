// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The door between quaywatch and the operating system's socket tables. Above this interface
/// everything is portable; below it live core/linux, core/windows and core/macos, one of them in
/// each build.

#pragma once

#include "core/base/result.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace quaywatch {

/// How much a read fetches. Listeners are TCP LISTEN and unconnected UDP.
enum class ReadScope : std::uint8_t { Listeners, Everything };

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
    /// Blocks while the kernel answers (milliseconds; the first time it grows with the number of
    /// open files) and never touches the network. Sockets come in ascending SocketKey order
    /// without duplicates. direction, exposure and judgement are left for classify() and assess().
    ///
    /// A process that exits during the read is not an error. Owners that may not be read are
    /// told by ownerState and counted in Snapshot::gaps; nothing is made up.
    ///
    /// @return The sockets, or
    ///         - ErrorCode::PermissionDenied: the table itself was refused;
    ///         - ErrorCode::Unsupported: this kernel offers no interface we know;
    ///         - ErrorCode::SystemError: anything else, with the system's number in osCode.
    [[nodiscard]] virtual Result<Snapshot> read(ReadScope scope) = 0;

    /// Asks for listeners again. A table read is not atomic and can miss a row, so this is asked
    /// once before listeners are told to be gone.
    ///
    /// @return Those that the kernel still knows, as read() would give them, ascending by key;
    ///         errors as read().
    [[nodiscard]] virtual Result<std::vector<SocketRecord>> find(
        std::span<const SocketRecord* const> wanted) = 0;

    /// Stable lower-case name of the mechanism, such as "sock_diag". For logs; not translated.
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;
};

/// Makes the source for this system. Defined once per backend; CMake picks the file.
///
/// @return A ready source, or ErrorCode::Unsupported on a system without a backend.
[[nodiscard]] Result<std::unique_ptr<SocketSource>> createSocketSource();

}  // namespace quaywatch
