// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The options of the command `registry` that show or change the active registry.

#pragma once

#include "app/cli/context/context.h"

#include <optional>
#include <string>

namespace quaywatch::cli {

/// The values of these options.
struct RegistryUpdate {
    std::optional<std::string> importedFile;
    bool isBuiltInWanted = false;
    bool isSourceAsked = false;
    bool isDryRun = false;
    bool assumeYes = false;
    bool isJson = false;

    /// Whether the command line has one of these options and does not ask for rows.
    [[nodiscard]] bool isAskedFor() const noexcept
    {
        return importedFile || isBuiltInWanted || isSourceAsked || isDryRun || assumeYes;
    }
};

[[nodiscard]] ExitCode runRegistryUpdate(const Context& context, const RegistryUpdate& update);

/// Activates the registry that the user has imported, at the start of a run.
void startUsersRegistry(const Context& context);

}  // namespace quaywatch::cli
