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

/// A folder where disk speed does not matter, for tests that write often and start no program from
/// there.
inline std::string memoryFolder()
{
    std::error_code ignored;
    const bool isThere = std::filesystem::is_directory("/dev/shm", ignored);
    return isThere && access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : testing::TempDir();
}

/// An empty folder for one test, removed with its contents.
class TempDir {
public:
    TempDir()
        : TempDir(testing::TempDir())
    {
    }
    /// @param parent  Ends with a slash.
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

    /// Creates a file, and its parent folders.
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
