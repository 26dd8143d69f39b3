// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// expected.toml on disk. All of it may block on the disk: keep it off the GUI thread.

#pragma once

#include "core/base/text_file.h"
#include "core/baseline/baseline_text.h"
#include "core/sockets/snapshot.h"

#include <functional>
#include <optional>
#include <string>

namespace quaywatch {

/// Where window and terminal look for it: "quaywatch/expected.toml" in the user's configuration.
/// @return NotFound: this user has no home.
[[nodiscard]] Result<std::string> defaultBaselinePath();

/// Reads the file.
/// @return NotFound; PermissionDenied; SystemError; Malformed, whose context is the describe() of
///         what is wrong, with line and column.
[[nodiscard]] Result<Baseline> loadBaseline(const std::string& path);

/// What an edit does to a text.
using BaselineEdit = std::function<tl::expected<std::string, BaselineError>(std::string_view text)>;

/// Reads, edits and replaces the file atomically (see replaceTextFile()). Done again if somebody
/// else has changed the file meanwhile. A file that is not there is begun with
/// emptyBaselineText().
/// @return As loadBaseline(); a file that is broken is not touched.
[[nodiscard]] Result<void> editBaseline(const std::string& path, const BaselineEdit& edit);

/// Keeps a baseline that follows its file: reads it again when it has changed, and holds on to the
/// last good one while it is broken. One thread at a time.
class BaselineKeeper {
public:
    /// @param path  Empty for none.
    explicit BaselineKeeper(std::string path = {});

    /// Looks whether the file has changed (one stat), and reads it if so.
    /// @return Whether current() or problem() is another now.
    bool refresh();

    /// The last that was understood; null if there never was one, or the file is gone.
    [[nodiscard]] const BaselinePtr& current() const noexcept { return m_current; }
    /// What is wrong with the file as it is, as a gap with its cure; empty if nothing is.
    [[nodiscard]] const std::optional<Gap>& problem() const noexcept { return m_problem; }
    [[nodiscard]] const std::string& path() const noexcept { return m_path; }

private:
    std::string m_path;
    std::optional<FileStamp> m_stamp;
    BaselinePtr m_current;
    std::optional<Gap> m_problem;
};

}  // namespace quaywatch
