// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The sentences of core that the window translates, as core writes them, with %1 to %9 where core
/// inserts values, and without the full stop at the end. tests/app/text/core_text_test.cpp checks
/// that they match core's sources.

#pragma once

#include <span>

namespace quaywatch {

/// Verdicts, alerts, gaps, and the outcomes of ending a process.
[[nodiscard]] std::span<const char* const> corePhrases() noexcept;
/// Errors in a baseline or a registry, and messages of the operating system.
[[nodiscard]] std::span<const char* const> coreFilePhrases() noexcept;
/// Errors in a filter, and the explanation of a port.
[[nodiscard]] std::span<const char* const> corePortPhrases() noexcept;
/// The notes on single ports, sentence by sentence, and the programs that often use a port.
[[nodiscard]] std::span<const char* const> coreStoryPhrases() noexcept;

}  // namespace quaywatch
