// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context/exit_code.h"
#include "core/base/terminal.h"
#include "core/monitor/system_access.h"

#include <string>
#include <vector>

namespace quaywatch::cli {

/// Runs one command line and writes all of its output.
///
/// @param arguments  Without the program's name.
[[nodiscard]] ExitCode run(const SystemAccess& machine, Terminal& terminal,
                           const std::vector<std::string>& arguments);

}  // namespace quaywatch::cli
