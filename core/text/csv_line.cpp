// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/csv_line.h"

#include "core/text/display_text.h"

namespace quaywatch {
namespace {

bool runsAsFormula(char c) noexcept
{
    return c == '=' || c == '+' || c == '-' || c == '@';
}

}  // namespace

CsvLine& CsvLine::token(std::string_view text)
{
    m_out += m_isFirst ? "" : ",";
    m_isFirst = false;
    m_out += text;
    return *this;
}

CsvLine& CsvLine::text(std::string_view bytes)
{
    std::string cell;
    char before = ';';
    for (const char c : fullDisplayText(bytes)) {
        if (before == ';' && runsAsFormula(c)) {
            cell += '\'';
        }
        cell += c;
        before = c;
    }
    if (cell.find_first_of(",;\"") == std::string::npos) {
        return token(cell);
    }
    token("\"");
    for (const char c : cell) {
        m_out.append(c == '"' ? 2 : 1, c);
    }
    m_out += '"';
    return *this;
}

}  // namespace quaywatch
