// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// The words of /proc/PID/cmdline: each ends in a NUL. A process may overwrite them, so there can
/// be one long word, or blanks at the end; empty words at the end are dropped.
/// @param limit  Most words that are kept.
[[nodiscard]] std::vector<std::string> splitCommandLine(std::string_view text,
                                                        std::size_t limit = 256);

/// The part of a path after its last slash, without the '-' that marks a login shell.
[[nodiscard]] std::string_view baseName(std::string_view path) noexcept;

/// Interpreters, which run programs of others.
enum class Interpreter : unsigned char {
    None,
    Node,
    Python,
    Ruby,
    Perl,
    Php,
    Java,
    Deno,
    Bun,
    Dotnet,
    Shell,
    Other,
};

/// The interpreter by the base name of the executable: "python3.11" is Python, and so is
/// "python3.7m".
[[nodiscard]] Interpreter interpreterOf(std::string_view executableName) noexcept;

/// The program that an interpreter runs: the script ("server.js"), the jar or main class, or the
/// module ("-m http.server", php's "-S localhost:8000", deno's and bun's "run dev").
/// @return Empty if there is none: a prompt, or code on the command line.
[[nodiscard]] std::optional<std::string> scriptOf(Interpreter interpreter,
                                                  const std::vector<std::string>& command);

}  // namespace quaywatch::linux_backend
