// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// expected.toml on disk. All functions can block on the disk: do not call them on the GUI thread.

#pragma once

#include "core/base/text_file.h"
#include "core/baseline/baseline_error.h"
#include "core/baseline/baseline_text.h"

#include <functional>
#include <string>

namespace quaywatch {

/// The default path for window and terminal: "quaywatch/expected.toml" in the user's configuration.
/// @return NotFound: this user has no home folder.
[[nodiscard]] Result<std::string> defaultBaselinePath();

/// The folder of the files that the administrator has written for all users, whether it exists or
/// not: /etc/quaywatch/expected.d.
[[nodiscard]] std::string systemBaselineFolder();

/// Reads the file.
/// @return NotFound; PermissionDenied; SystemError; Malformed, whose context is the describe() of
///         the error, with line and column.
[[nodiscard]] Result<Baseline> loadBaseline(const std::string& path);

/// Reads a file of the system, if it is trusted.
/// @return As loadBaseline(), trustedStampOf().
[[nodiscard]] Result<Baseline> loadSystemBaseline(const std::string& path);

/// A function that edits the text.
using BaselineEdit = std::function<tl::expected<std::string, BaselineError>(std::string_view text)>;

/// Reads, edits and replaces the file atomically (see replaceTextFile()). Repeats that if another
/// program changed the file in between. A missing file starts as emptyBaselineText().
/// @return As loadBaseline(); a broken file is not changed.
[[nodiscard]] Result<void> editBaseline(const std::string& path, const BaselineEdit& edit);

}  // namespace quaywatch
