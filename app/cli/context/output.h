// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/terminal.h"

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch::cli {

/// Standard output, gathered and written in few large pieces. Once the reader has gone or a write
/// has failed, the rest is dropped.
class Output {
public:
    /// @param terminal  Must outlive the output.
    explicit Output(Terminal& terminal) noexcept
        : m_terminal(terminal)
    {
    }

    /// What is not written yet; append to it.
    [[nodiscard]] std::string& text() noexcept { return m_text; }

    void line(std::string_view text);

    /// Writes what has been gathered.
    /// @return Whether there is still somebody to write for.
    bool flush();

    /// Writes only if much has been gathered; returns as flush().
    bool flushWhenLarge();

    [[nodiscard]] bool isOpen() const noexcept { return !m_isReaderGone && !m_error; }
    /// What stopped the writing, if it was not the reader's going.
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }
    [[nodiscard]] bool isReaderGone() const noexcept { return m_isReaderGone; }
    /// Told by somebody who noticed without writing.
    void readerHasGone() noexcept { m_isReaderGone = true; }

private:
    Terminal& m_terminal;
    std::string m_text;
    std::optional<Error> m_error;
    bool m_isReaderGone = false;
};

}  // namespace quaywatch::cli
