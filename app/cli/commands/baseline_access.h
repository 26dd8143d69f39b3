// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The file of what is expected, as the commands `check` and `baseline` reach it.

#pragma once

#include "app/cli/context/context.h"
#include "core/baseline/baseline.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch::cli {

/// The file named on the command line, else the user's own.
/// @return NotFound if the user has none.
[[nodiscard]] Result<std::string> baselinePath(const Context& context,
                                               const std::optional<std::string>& named);

/// Tells why a baseline could not be read or written, and what to do. A file that is not there or
/// not valid counts as bad usage (2), so that 1 is drift and nothing else.
[[nodiscard]] ExitCode failBaseline(const Context& context, const Error& error);

/// The ports that the kernel hands out by itself; IANA's dynamic ones where that is not known.
[[nodiscard]] PortRange ephemeralPorts(const Context& context);

}  // namespace quaywatch::cli
