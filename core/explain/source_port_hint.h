// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/message/message.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// A hint about ports at which a service is expected: the kernel may give them to any program as
/// source ports.
struct SourcePortHint {
    std::vector<Port> ports;  ///< Ascending, each once.
    std::string command;      ///< Reserves them, beside those that are reserved now.
    Message text;             ///< A sentence with both.
};

/// The token of this hint in JSON.
inline constexpr const char* kSourcePortHint = "expected-source-port";

/// @param expected  In any order; TCP and UDP have the same rules.
/// @return Empty if none of the ports is in the range from which the kernel takes source ports, or
///         those that are, are reserved, or the range is unknown.
[[nodiscard]] std::optional<SourcePortHint> sourcePortHint(std::vector<Port> expected,
                                                           const BindRules& rules,
                                                           const CurrentUser& currentUser);

}  // namespace quaywatch
