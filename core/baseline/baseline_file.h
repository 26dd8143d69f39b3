// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// expected.toml on disk. All functions can block on the disk: do not call them on the GUI thread.

#pragma once

#include "core/base/text_file.h"
#include "core/baseline/baseline_error.h"
#include "core/baseline/baseline_text.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace quaywatch {

/// The default path for window and terminal: "quaywatch/expected.toml" in the user's configuration.
/// @return NotFound: this user has no home folder.
[[nodiscard]] Result<std::string> defaultBaselinePath();

/// Reads the file.
/// @return NotFound; PermissionDenied; SystemError; Malformed, whose context is the describe() of
///         the error, with line and column.
[[nodiscard]] Result<Baseline> loadBaseline(const std::string& path);

/// A function that edits the text.
using BaselineEdit = std::function<tl::expected<std::string, BaselineError>(std::string_view text)>;

/// Reads, edits and replaces the file atomically (see replaceTextFile()). Repeats that if another
/// program changed the file in between. A missing file starts as emptyBaselineText().
/// @return As loadBaseline(); a broken file is not changed.
[[nodiscard]] Result<void> editBaseline(const std::string& path, const BaselineEdit& edit);

/// Holds the baseline of a file: reads it again when the file has changed, and keeps the last good
/// one while the file is broken. For one thread at a time.
class BaselineReloader {
public:
    /// What a missing file means.
    enum class IfMissing : std::uint8_t {
        IsNone,     ///< There is no baseline.
        IsProblem,  ///< It is a problem, and the last good baseline stays.
    };

    /// @param path  Empty for none.
    explicit BaselineReloader(std::string path = {}, IfMissing ifMissing = IfMissing::IsNone);

    /// Checks whether the file has changed (one stat), and reads it if so.
    /// @return Whether current() or problem() has changed.
    bool refresh();
    /// The next refresh() reads the file, whether it has changed or not.
    void forgetStamp() noexcept { m_stamp.reset(); }

    /// The last good baseline; null if there was none, or if the file no longer exists.
    [[nodiscard]] const BaselinePtr& current() const noexcept { return m_current; }
    /// The present problem with the file, as a gap; empty if there is none.
    [[nodiscard]] const std::optional<Gap>& problem() const noexcept { return m_problem; }
    [[nodiscard]] const std::string& path() const noexcept { return m_path; }

private:
    std::string m_path;
    IfMissing m_ifMissing = IfMissing::IsNone;
    std::optional<FileStamp> m_stamp;
    BaselinePtr m_current;
    std::optional<Gap> m_problem;
};

}  // namespace quaywatch
