// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace quaywatch::test {

/// Where a disk's pace does not count: a test that writes often, and starts no program from there.
inline std::string memoryFolder()
{
    std::error_code ignored;
    const bool isThere = std::filesystem::is_directory("/dev/shm", ignored);
    return isThere && access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : testing::TempDir();
}

/// An empty folder of a test's own, removed with all that is in it.
class TempDir {
public:
    TempDir()
        : TempDir(testing::TempDir())
    {
    }
    /// @param parent  With a slash at its end.
    explicit TempDir(const std::string& parent)
    {
        std::string pattern = parent + "quaywatch-XXXXXX";
        m_path = mkdtemp(pattern.data());
    }
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    ~TempDir()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] std::string path(const std::string& name = {}) const
    {
        return name.empty() ? m_path.string() : (m_path / name).string();
    }

    /// Makes a file, and the folders above it.
    std::string write(const std::string& name, const std::string& text) const
    {
        std::filesystem::create_directories((m_path / name).parent_path());
        std::ofstream(m_path / name, std::ios::binary) << text;
        return path(name);
    }

    [[nodiscard]] std::string makeFolder(const std::string& name) const
    {
        std::filesystem::create_directories(m_path / name);
        return path(name);
    }

private:
    std::filesystem::path m_path;
};

}  // namespace quaywatch::test
