// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline.h"
#include "core/baseline/reloaded_file.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// Most files of the system that are read.
inline constexpr std::size_t kMaxSystemFiles = 64;

/// Holds the baseline of this machine: the files *.toml of the system's folder in the order of
/// their names, then the user's own file. Reads them again when they have changed. A broken file is
/// a problem: its last good content stays, and the other files are active. For one thread at a
/// time; blocks on the disk.
class BaselineReloader {
public:
    /// What it means if the user's own file is missing.
    enum class IfMissing : std::uint8_t {
        IsNone,     ///< There is no such file.
        IsProblem,  ///< It is a problem, and its last good content stays.
    };

    /// @param path          The user's own file; empty for none.
    /// @param systemFolder  The system's folder; empty for none.
    explicit BaselineReloader(std::string path = {}, IfMissing ifMissing = IfMissing::IsNone,
                              std::string systemFolder = {});

    /// Checks whether files have changed (one stat each, and the names in the folder), and reads
    /// those that have.
    /// @return Whether current() or problems() has changed.
    bool refresh();
    /// The next refresh() reads the files, whether they have changed or not.
    void forgetStamps() noexcept;

    /// The entries of all files; null if there is no file.
    [[nodiscard]] const BaselinePtr& current() const noexcept { return m_current; }
    /// What is wrong with the files now, as gaps.
    [[nodiscard]] const std::vector<Gap>& problems() const noexcept { return m_problems; }
    /// The paths of the system's files that are active, in the order of their names.
    [[nodiscard]] const std::vector<std::string>& systemFiles() const noexcept
    {
        return m_activeFiles;
    }
    [[nodiscard]] const std::string& path() const noexcept { return m_own.path(); }
    [[nodiscard]] const std::string& systemFolder() const noexcept { return m_systemFolder; }

private:
    bool refreshOwn();
    bool refreshSystem();
    bool listSystem();
    [[nodiscard]] std::vector<BaselineEntry> combineSystem();
    void combine();
    void addProblem(const ReloadedFile& file);
    [[nodiscard]] bool isOtherActive(const ReloadedFile& file) const;

    ReloadedFile m_own;
    IfMissing m_ifMissing = IfMissing::IsNone;
    BaselinePtr m_lastOwn;  // Content of the own file, if it counts as there.
    std::string m_systemFolder;
    std::vector<ReloadedFile> m_system;  // In the order of their names.
    std::optional<Error> m_folderError;
    std::size_t m_leftOut = 0;  // Files of the system that are too many.
    std::vector<std::string> m_activeFiles;
    BaselinePtr m_current;
    std::vector<Gap> m_problems;
};

/// The baseline of the system's files alone, without those that are broken; null if there is none.
[[nodiscard]] BaselinePtr loadSystemBaselines(const std::string& folder);

}  // namespace quaywatch
