// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Access to the baseline file for the commands `check` and `baseline`.

#pragma once

#include "app/cli/context/context.h"
#include "core/baseline/baseline.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch::cli {

/// The file named on the command line, otherwise the user's own.
/// @return NotFound if the user has none.
[[nodiscard]] Result<std::string> baselinePath(const Context& context,
                                               const std::optional<std::string>& named);

/// Reports why a baseline could not be read or written, and the remedy. A missing or invalid file
/// counts as bad usage (2), so that 1 means drift only.
[[nodiscard]] ExitCode failBaseline(const Context& context, const Error& error);

/// The kernel's ephemeral ports; IANA's dynamic ports if the kernel's range is unknown.
[[nodiscard]] PortRange ephemeralPorts(const Context& context);

}  // namespace quaywatch::cli
