// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace quaywatch::cli {

/// "quaywatch-cli 1.2.3"
[[nodiscard]] std::string versionText();

/// The help of the whole program; each command has its own help.
[[nodiscard]] std::string helpText();

}  // namespace quaywatch::cli
