// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// Builds one line of CSV (RFC 4180, CRLF), cell by cell. A text that a spreadsheet would run as a
/// formula (= + - @ first) gets an apostrophe before it, also behind a semicolon, which divides
/// cells where the comma is the decimal sign.
class CsvLine {
public:
    /// Appends to `out`, which must outlive the line.
    explicit CsvLine(std::string& out)
        : m_out(out)
    {
    }

    /// One of our own tokens, which need no care; an empty one for an unknown.
    CsvLine& token(std::string_view text);

    template <class T>
    CsvLine& number(const std::optional<T>& maybe)
    {
        return token(maybe ? std::to_string(*maybe) : std::string());
    }

    /// A stranger's text, as fullDisplayText() makes it.
    CsvLine& text(std::string_view bytes);

    /// @param maybe  An optional or a pointer.
    template <class MaybeText>
    CsvLine& maybeText(const MaybeText& maybe)
    {
        return text(maybe ? std::string_view(*maybe) : std::string_view());
    }

    void end() { m_out += "\r\n"; }

private:
    std::string& m_out;
    bool m_isFirst = true;
};

}  // namespace quaywatch
