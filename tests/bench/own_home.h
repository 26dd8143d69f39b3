// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace quaywatch::bench {

/// A separate home for the started programs, so that no file of the user is changed.
class OwnHome {
public:
    OwnHome()
    {
        if (mkdtemp(m_path.data()) == nullptr) {
            m_path.clear();
            return;
        }
        for (const char* folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
            setenv(folder, m_path.c_str(), 1);
        }
    }
    ~OwnHome()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    OwnHome(const OwnHome&) = delete;
    OwnHome& operator=(const OwnHome&) = delete;

    /// Empty if it could not be created.
    [[nodiscard]] const std::string& path() const noexcept { return m_path; }

private:
    std::string m_path = std::filesystem::temp_directory_path() / "quaywatch-bench-XXXXXX";
};

}  // namespace quaywatch::bench
