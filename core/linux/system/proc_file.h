// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// What the kernel appends to the path of a file or folder that is gone (d_path() in the kernel).
inline constexpr std::string_view kDeletedMark = " (deleted)";

/// Reads small files and links of /proc through one buffer that is reused: a view it returns is
/// good until the next call. One thread at a time.
class ProcFile {
public:
    /// @param limit  Longest text that is kept; the rest of a file is not read.
    explicit ProcFile(std::size_t limit = std::size_t{64} * 1024);

    /// Opens, reads once and closes: files of /proc come whole in one read.
    /// @return Empty if the file may not be read or its process has ended.
    [[nodiscard]] std::optional<std::string_view> read(int directory, const char* path);

    /// The same of a file outside /proc, through symbolic links, if it is a regular one: a pipe or
    /// device that somebody put there is not so much as opened, which may have effects of its own.
    [[nodiscard]] std::optional<std::string_view> readRegular(const char* path);

    /// Where a symbolic link points to.
    [[nodiscard]] std::optional<std::string_view> readLink(int directory, const char* path);

private:
    std::vector<char> m_buffer;
};

/// A process' directory by its number, as openat() wants it.
class PidName {
public:
    explicit PidName(std::uint32_t pid) noexcept;
    // NOLINTNEXTLINE(readability-identifier-naming): as std::string calls it
    [[nodiscard]] const char* c_str() const noexcept { return m_text.data(); }

private:
    std::array<char, 12> m_text{};
};

}  // namespace quaywatch::linux_backend
