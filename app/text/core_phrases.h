// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The sentences of core that the window translates, as core writes them, with %1 to %9 where it
/// sets in values, and without the full stop at the end. tests/app/text/core_text_test.cpp holds
/// them to core's sources.

#pragma once

#include <span>

namespace quaywatch {

/// Verdicts, alerts, gaps, and what became of a process.
[[nodiscard]] std::span<const char* const> corePhrases() noexcept;
/// What is wrong with a baseline or a registry, and what the system says of its errors.
[[nodiscard]] std::span<const char* const> coreFilePhrases() noexcept;
/// The filter's complaints, and what is told of a port.
[[nodiscard]] std::span<const char* const> corePortPhrases() noexcept;
/// The stories of single ports, sentence by sentence, and who uses a port as it is told of it.
[[nodiscard]] std::span<const char* const> coreStoryPhrases() noexcept;

}  // namespace quaywatch
