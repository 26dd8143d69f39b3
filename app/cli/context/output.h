// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/terminal.h"

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch::cli {

/// Standard output, buffered and written in few large pieces. After the reader has closed it, or a
/// write has failed, the rest is dropped.
class Output {
public:
    /// @param terminal  Must outlive the output.
    explicit Output(Terminal& terminal) noexcept
        : m_terminal(terminal)
    {
    }

    /// The text that is not written yet; append to it.
    [[nodiscard]] std::string& text() noexcept { return m_text; }

    void line(std::string_view text);

    /// Writes the buffered text.
    /// @return Whether more output is useful.
    bool flush();

    /// Writes only if the buffer is large; returns the same as flush().
    bool flushWhenLarge();

    [[nodiscard]] bool isOpen() const noexcept { return !m_isReaderGone && !m_error; }
    /// The error that stopped the writing, except that the reader has closed the output.
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }
    [[nodiscard]] bool isReaderGone() const noexcept { return m_isReaderGone; }
    /// Called if this was noticed without a write.
    void readerHasGone() noexcept { m_isReaderGone = true; }

private:
    Terminal& m_terminal;
    std::string m_text;
    std::optional<Error> m_error;
    bool m_isReaderGone = false;
};

}  // namespace quaywatch::cli
