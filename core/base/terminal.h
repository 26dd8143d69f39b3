// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What a terminal program needs from the operating system: the three standard streams, and
/// waiting.

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

/// The standard streams and the interrupts of one run. Use one object per program, on its main
/// thread, created before anything is written.
class Terminal {
public:
    enum class Stream : std::uint8_t { Input, Output, Error };

    /// Why a wait ended.
    enum class Wakeup : std::uint8_t {
        TimeOver,
        Interrupted,  ///< The user or the system asked the program to end.
        HungUp,       ///< The terminal is gone or, for a daemon, its files have changed (SIGHUP).
        ReaderGone,   ///< Nobody reads the output any longer.
    };

    Terminal() = default;
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    virtual ~Terminal() = default;

    /// Writes all bytes to standard output.
    ///
    /// @return False if the reader closed the pipe or, after catchInterrupts(), if it does not read
    ///         and the program is asked to end. Neither is an error. SystemError for other
    ///         failures, such as a full disk.
    [[nodiscard]] virtual Result<bool> write(std::string_view bytes) = 0;

    /// Writes to standard error; bytes that cannot be written are dropped.
    virtual void writeError(std::string_view bytes) noexcept = 0;

    /// Reads one line of standard input, without its line end; empty at the end of input. Blocks.
    [[nodiscard]] virtual std::optional<std::string> readLine() = 0;

    /// Whether the stream is connected to a terminal.
    [[nodiscard]] virtual bool isTerminal(Stream stream) const noexcept = 0;

    /// Columns of the terminal at standard output; empty if that is not a terminal.
    [[nodiscard]] virtual std::optional<std::size_t> width() const noexcept = 0;

    /// Whether standard output is a terminal that shows colors and the user has not disabled them
    /// (NO_COLOR, TERM=dumb).
    [[nodiscard]] virtual bool wantsColor() const noexcept = 0;

    /// After this call, a request to end (Ctrl+C, a stop by the service manager) ends waitFor() and
    /// not the program, so that work in progress is completed. A hangup ends waitFor(), too, unless
    /// the program was started to ignore it (nohup).
    virtual void catchInterrupts() = 0;

    /// After this call, waitFor() goes on when the reader of standard output has closed the pipe:
    /// for a command whose exit code matters and not its output.
    virtual void ignoreReader() = 0;

    /// Sleeps by the monotonic clock. Ends early when the reader of standard output closes the pipe
    /// or, after catchInterrupts(), when the program is asked to end or gets SIGHUP.
    [[nodiscard]] virtual Wakeup waitFor(std::chrono::milliseconds limit) = 0;

    /// Local time of day: "14:03:07".
    [[nodiscard]] virtual std::string localClock(
        std::chrono::system_clock::time_point time) const = 0;

    /// Local date and time of day: "2026-11-23 14:03:07".
    [[nodiscard]] virtual std::string localDateAndClock(
        std::chrono::system_clock::time_point time) const = 0;
};

/// The terminal of this process. After this call, writing to a closed pipe does not end the
/// program: write() reports it.
[[nodiscard]] std::unique_ptr<Terminal> createTerminal();

}  // namespace quaywatch
