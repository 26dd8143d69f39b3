// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/text_file.h"
#include "core/baseline/baseline.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quaywatch {

/// One file of a baseline: reads it again when it has changed, and keeps the last good content
/// while the file is broken. For one thread at a time; blocks on the disk.
class ReloadedFile {
public:
    /// Whose file it is.
    enum class Origin : std::uint8_t {
        User,    ///< The user's own, or a named one.
        System,  ///< The administrator's: it is read only if it is trusted
                 ///< (core/base/trusted_file.h).
    };

    ReloadedFile(std::string path, Origin origin);

    /// Checks whether the file has changed (one stat), and reads it if so.
    /// @return Whether current() or error() has changed.
    bool refresh();
    /// The next refresh() reads the file, whether it has changed or not.
    void forgetStamp() noexcept { m_stamp.reset(); }

    /// The last good content; null if there was none, or if the file no longer exists.
    [[nodiscard]] const BaselinePtr& current() const noexcept { return m_current; }
    /// What is wrong with the file now; NotFound if it does not exist. As loadBaseline(),
    /// trustedStampOf().
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }
    [[nodiscard]] const std::string& path() const noexcept { return m_path; }

private:
    std::string m_path;
    Origin m_origin;
    std::optional<FileStamp> m_stamp;
    BaselinePtr m_current;
    std::optional<Error> m_error;
};

}  // namespace quaywatch
