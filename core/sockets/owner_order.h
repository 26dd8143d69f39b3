// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <tuple>

namespace quaywatch {

/// Puts those owners of a socket first that are most likely to have opened it: of the unit and
/// container that it was made in, and among these, as among all others, of its user. Whoever has a
/// socket may leave a copy of it with a process that takes descriptors, which must not give its
/// name to the row.
///
/// Remembers what it made, so that an unchanged set stays the same object from one call to the
/// next.
class OwnerOrder {
public:
    /// @param sockets  Of a table those that have several owners; others stay as they are.
    void arrange(std::span<SocketRecord* const> sockets);

private:
    struct Arranged {
        std::shared_ptr<const OwnerSet> from;  ///< Keeps the key's address from being used again.
        std::shared_ptr<const ServiceContext> serviceContext;
        std::shared_ptr<const OwnerSet> set;
    };
    using Key = std::tuple<const OwnerSet*, const ServiceContext*, std::optional<std::uint32_t>>;

    std::map<Key, Arranged> m_arranged;
};

}  // namespace quaywatch
