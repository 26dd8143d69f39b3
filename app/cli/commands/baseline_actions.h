// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The actions of `baseline`.

#pragma once

#include "app/cli/context/context.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace quaywatch::cli {

struct BaselineWords {
    std::string path;                  ///< Path of the file.
    std::optional<std::string> named;  ///< The same, if --baseline named it.
    std::string what;                  ///< port:N, or a line; empty if not given.
    std::optional<std::string> program, user, address, until, note;
    bool isRequired = false;
    bool isForce = false;
    bool isDryRun = false;
    bool isJson = false;
};

[[nodiscard]] ExitCode initBaseline(const Context& context, const BaselineWords& words);
[[nodiscard]] ExitCode addToBaseline(const Context& context, const BaselineWords& words);
[[nodiscard]] ExitCode removeFromBaseline(const Context& context, const BaselineWords& words);
[[nodiscard]] ExitCode listBaseline(const Context& context, const BaselineWords& words);

using BaselineAction = ExitCode (*)(const Context&, const BaselineWords&);

/// The actions by their names, in the order of the help.
inline constexpr std::array<std::pair<std::string_view, BaselineAction>, 4> kBaselineActions{{
    {"init", initBaseline},
    {"list", listBaseline},
    {"add", addToBaseline},
    {"remove", removeFromBaseline},
}};

}  // namespace quaywatch::cli
