// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::cli {

/// How the table of `list` is to look.
struct ListForm {
    bool hasConnections = false;       ///< Peers and states are told, too.
    std::optional<std::size_t> width;  ///< Of the terminal; empty: no terminal, nothing is cut.
    bool hasColor = false;
};

/// The sockets as a table for people. On a terminal the unexpected ones are marked, and columns
/// that say least go first where it is narrow.
[[nodiscard]] std::string listTable(const std::vector<const SocketRecord*>& sockets,
                                    const ListForm& form);

}  // namespace quaywatch::cli
