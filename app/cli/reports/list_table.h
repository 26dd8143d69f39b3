// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::cli {

/// The layout of the table of `list`.
struct ListForm {
    bool hasConnections = false;       ///< Whether to show peers and states, too.
    std::optional<std::size_t> width;  ///< Of the terminal; empty: none, and nothing is cut.
    bool hasColor = false;
};

/// The sockets as a table for people. On a terminal, the unexpected ones are marked; on a narrow
/// one, the least important columns are dropped first. Rows that would be the same become one, with
/// their number: "nginx x3".
[[nodiscard]] std::string listTable(const std::vector<const SocketRecord*>& sockets,
                                    const ListForm& form);

}  // namespace quaywatch::cli
