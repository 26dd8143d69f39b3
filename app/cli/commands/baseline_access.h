// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Access to the baseline file for the commands that use it.

#pragma once

#include "app/cli/context/context.h"
#include "core/baseline/baseline.h"
#include "core/baseline/baseline_reloader.h"

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
/// @param named  The file named on the command line; the remedy names it, too.
[[nodiscard]] ExitCode failBaseline(const Context& context, const Error& error,
                                    const std::optional<std::string>& named);

/// The baseline of the file named on the command line, which must exist and be valid.
/// @param named  Must not be empty.
[[nodiscard]] Result<BaselinePtr> namedBaseline(const std::string& named);

/// Which files a command uses as the baseline.
struct BaselineChoice {
    std::optional<std::string> named;  ///< This file alone.
    bool isSystem = false;             ///< The system's files alone.
};

/// Reports both choices at once as bad usage.
[[nodiscard]] std::optional<ExitCode> checkChoice(const Context& context,
                                                  const BaselineChoice& choice);

/// Follows the chosen files; without a choice, those of the system and the user's own. The user's
/// own file may be missing; a named one that disappears is a problem.
[[nodiscard]] BaselineReloader reloaderOf(const Context& context, const BaselineChoice& choice);

/// The gap of a user who can have no baseline, because the system names no folder for it; empty if
/// there is one.
[[nodiscard]] std::optional<Gap> missingHomeGap(const Context& context);

/// The kernel's ephemeral ports; IANA's dynamic ports if the kernel's range is unknown.
[[nodiscard]] PortRange ephemeralPorts(const Context& context);

}  // namespace quaywatch::cli
