// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What a terminal program needs of the operating system: its three streams, and waiting.

#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// The standard streams and the interruptions of one run. One object a program, on its main
/// thread, made before anything is written.
class Terminal {
public:
    enum class Stream : std::uint8_t { Input, Output, Error };

    /// What ended a wait.
    enum class Wakeup : std::uint8_t {
        TimeOver,
        Interrupted,  ///< The user or the system asked the program to end.
        ReaderGone,   ///< Nobody reads the output any more.
    };

    Terminal() = default;
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    virtual ~Terminal() = default;

    /// Writes all of it to standard output.
    ///
    /// @return False if the reader has gone (a closed pipe), which is no failure; SystemError for
    ///         the rest, such as a full disk.
    [[nodiscard]] virtual Result<bool> write(std::string_view bytes) = 0;

    /// Writes to standard error as far as it can be written.
    virtual void writeError(std::string_view bytes) noexcept = 0;

    /// One line of standard input without its end; empty at the end of input. Blocks.
    [[nodiscard]] virtual std::optional<std::string> readLine() = 0;

    /// Whether a person is at the stream.
    [[nodiscard]] virtual bool isTerminal(Stream stream) const noexcept = 0;

    /// Columns of the terminal at standard output; empty where that is no terminal.
    [[nodiscard]] virtual std::optional<std::size_t> width() const noexcept = 0;

    /// Whether standard output is a terminal that shows colors and the user has not refused them
    /// (NO_COLOR, TERM=dumb).
    [[nodiscard]] virtual bool wantsColor() const noexcept = 0;

    /// From now on a request to end (Ctrl+C, a service manager's stop) ends waitFor() instead of
    /// the program, so that what was begun is finished.
    virtual void catchInterrupts() = 0;

    /// Sleeps by the monotonic clock; ends early when the reader of standard output has gone or,
    /// after catchInterrupts(), when the program is asked to end.
    [[nodiscard]] virtual Wakeup waitFor(std::chrono::milliseconds limit) = 0;

    /// Time of day as the user's clock shows it: "14:03:07".
    [[nodiscard]] virtual std::string localClock(
        std::chrono::system_clock::time_point time) const = 0;

    /// The same with the date: "2026-11-23 14:03:07".
    [[nodiscard]] virtual std::string localDateAndClock(
        std::chrono::system_clock::time_point time) const = 0;
};

/// The terminal of this process. From then on writing to a closed pipe is an answer of write(),
/// not the end of the program.
[[nodiscard]] std::unique_ptr<Terminal> createTerminal();

}  // namespace quaywatch
