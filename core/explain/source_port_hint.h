// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/message/message.h"

#include <optional>
#include <vector>

namespace quaywatch {

/// A hint about ports at which a service is expected: the kernel may give them to any program as
/// source ports. It has the sysctl line that reserves them, beside those that are reserved now.
///
/// @return Empty if none of the ports is in that range, or those that are, are reserved.
[[nodiscard]] std::optional<Message> sourcePortHint(std::vector<Port> expected,
                                                    const BindRules& rules);

}  // namespace quaywatch
