// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// Builds one line of CSV (RFC 4180, CRLF), cell by cell. An apostrophe is put before a text that a
/// spreadsheet would run as a formula (one that begins with = + - or @), and also after a
/// semicolon, which separates cells in locales where the comma is the decimal sign.
class CsvLine {
public:
    /// Appends to `out`, which must outlive the line.
    explicit CsvLine(std::string& out)
        : m_out(out)
    {
    }

    /// Adds a token of this program, which needs no quoting, or an empty cell for an unknown value.
    CsvLine& token(std::string_view text);

    template <class T>
    CsvLine& number(const std::optional<T>& maybe)
    {
        return token(maybe ? std::to_string(*maybe) : std::string());
    }

    /// Adds untrusted text, in the form that fullDisplayText() gives it.
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
