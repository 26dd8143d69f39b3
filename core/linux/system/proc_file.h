// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quaywatch::linux_backend {

/// The suffix that the kernel appends to the path of a deleted file or folder (d_path() in the
/// kernel).
inline constexpr std::string_view kDeletedMark = " (deleted)";

/// Reads small files and links of /proc through one buffer that is reused: a returned view is valid
/// until the next call. Use it from one thread at a time.
class ProcFile {
public:
    /// @param limit  Most bytes that are read of a file or link.
    explicit ProcFile(std::size_t limit = std::size_t{64} * 1024);

    /// Opens the file, reads once and closes it: one read returns a whole file of /proc.
    /// @return Empty if the file may not be read or its process has ended.
    [[nodiscard]] std::optional<std::string_view> read(int directory, const char* path);

    /// The same for a file outside of /proc, also through symbolic links, if it is a regular file.
    /// A pipe or device at that path is not opened, since opening it may have effects of its own.
    [[nodiscard]] std::optional<std::string_view> readRegular(const char* path);

    /// The target of a symbolic link.
    [[nodiscard]] std::optional<std::string_view> readLink(int directory, const char* path);

private:
    std::size_t m_limit;
    // A std::vector would initialize it, and with that use all of its pages.
    // NOLINTNEXTLINE(modernize-avoid-c-arrays)
    std::unique_ptr<char[]> m_buffer;
};

/// The name of a process' directory, its number, as text for openat().
class PidName {
public:
    explicit PidName(std::uint32_t pid) noexcept;
    // NOLINTNEXTLINE(readability-identifier-naming): as std::string calls it
    [[nodiscard]] const char* c_str() const noexcept { return m_text.data(); }

private:
    std::array<char, 12> m_text{};
};

}  // namespace quaywatch::linux_backend
