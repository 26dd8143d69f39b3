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

/// Moves the owners that most likely opened a socket to the front: first those of the unit and
/// container in which it was created; within these, and within the rest, those of its user. A
/// process can pass a copy of its socket to another process that accepts descriptors; the row must
/// not be named after that process.
///
/// Caches its results, so that an unchanged set stays the same object from one call to the next.
class OwnerOrder {
public:
    /// @param sockets  The rows of a table that have several owners; other rows need no change.
    void arrange(std::span<SocketRecord* const> sockets);

private:
    struct Arranged {
        std::shared_ptr<const OwnerSet> from;  ///< Keeps the key's address from being reused.
        std::shared_ptr<const ServiceContext> serviceContext;
        std::shared_ptr<const OwnerSet> set;
    };
    using Key = std::tuple<const OwnerSet*, const ServiceContext*, std::optional<std::uint32_t>>;

    std::map<Key, Arranged> m_arranged;
};

}  // namespace quaywatch
