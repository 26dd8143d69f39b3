// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Which registry the program goes by, as the options of the command `registry` tell and change it.

#pragma once

#include "app/cli/context/context.h"

#include <optional>
#include <string>

namespace quaywatch::cli {

/// Those options.
struct RegistryUpdate {
    std::optional<std::string> importedFile;
    bool isBuiltInWanted = false;
    bool isSourceAsked = false;
    bool isDryRun = false;
    bool assumeYes = false;
    bool isJson = false;

    /// Whether the command line asks for one of them and not for rows.
    [[nodiscard]] bool isAskedFor() const noexcept
    {
        return importedFile || isBuiltInWanted || isSourceAsked || isDryRun || assumeYes;
    }
};

[[nodiscard]] ExitCode runRegistryUpdate(const Context& context, const RegistryUpdate& update);

/// Puts the registry in force that the user has imported, at the start of a run.
void startUsersRegistry(const Context& context);

}  // namespace quaywatch::cli
