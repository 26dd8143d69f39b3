// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace quaywatch::test {

/// An empty folder of a test's own, removed with all that is in it.
class TempDir {
public:
    TempDir()
    {
        std::string pattern = testing::TempDir() + "quaywatch-XXXXXX";
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
