// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/display_text.h"

#include "core/text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

// Enough for every living script; a higher pile of marks covers the rows above it.
constexpr unsigned kMaxMarks = 4;

bool isPlainAscii(char c) noexcept
{
    return c >= ' ' && c <= '~';
}

void appendVisibly(std::string& out, char32_t character)
{
    switch (character) {
        case U'\n':
            out += "\\n";
            return;
        case U'\r':
            out += "\\r";
            return;
        case U'\t':
            out += "\\t";
            return;
        case U'\x1b':
            out += "\\e";
            return;
        default:
            break;
    }
    const auto number = static_cast<std::uint32_t>(character);
    if (number < 0x10000) {
        fmt::format_to(std::back_inserter(out), "\\u{:04X}", number);
    } else {
        fmt::format_to(std::back_inserter(out), "\\u{{{:X}}}", number);
    }
}

/// Converts bytes to display text chunk by chunk; a cut must not divide a chunk.
class DisplayTextBuilder {
public:
    DisplayTextBuilder(std::string_view bytes, std::size_t limit)
        : m_bytes(bytes)
        , m_limit(limit)
    {
        m_out.reserve(std::min(bytes.size(), limit));
    }

    std::string run()
    {
        for (std::size_t at = 0; at < m_bytes.size();) {
            const DecodedCodePoint step = decodeUtf8(m_bytes, at);
            append(step, m_bytes.substr(at, step.size));
            at += step.size;
            if (m_out.size() > m_limit) {
                cut();
                break;
            }
        }
        return std::move(m_out);
    }

private:
    void append(const DecodedCodePoint& step, std::string_view raw)
    {
        if (!step.character) {
            for (const char byte : raw) {
                beginPiece();
                fmt::format_to(std::back_inserter(m_out), "\\x{:02X}",
                               static_cast<unsigned char>(byte));
            }
            m_marks = kMaxMarks;
            return;
        }
        const bool isMark = isCombiningMark(*step.character);
        if (!isPrintable(*step.character) || (isMark && m_marks == kMaxMarks)) {
            beginPiece();
            appendVisibly(m_out, *step.character);
            m_marks = kMaxMarks;
            return;
        }
        if (isMark) {
            ++m_marks;
        } else {
            beginPiece();
            m_marks = 0;
        }
        m_out += raw;
    }

    void beginPiece()
    {
        if (m_out.size() + kEllipsis.size() <= m_limit) {
            m_lastCut = m_out.size();
        }
    }

    void cut()
    {
        m_out.resize(m_lastCut);
        if (kEllipsis.size() <= m_limit) {
            m_out += kEllipsis;
        }
    }

    std::string_view m_bytes;
    std::size_t m_limit;
    std::string m_out;
    std::size_t m_lastCut = 0;
    // At its maximum at the start and after an escape: a mark there would combine with a character
    // that it does not belong to.
    unsigned m_marks = kMaxMarks;
};

}  // namespace

std::string displayText(std::string_view bytes, std::size_t limit)
{
    if (bytes.size() <= limit && std::all_of(bytes.begin(), bytes.end(), isPlainAscii)) {
        return std::string(bytes);
    }
    return DisplayTextBuilder(bytes, limit).run();
}

std::string fullDisplayText(std::string_view bytes)
{
    return displayText(bytes, std::numeric_limits<std::size_t>::max());
}

std::size_t displayWidth(std::string_view text) noexcept
{
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint step = decodeUtf8(text, at);
        columns += columnWidth(step.character.value_or(U'?'));
        at += step.size;
    }
    return columns;
}

std::string cutToWidth(std::string_view text, std::size_t columns)
{
    if (displayWidth(text) <= columns) {
        return std::string(text);
    }
    if (columns == 0) {
        return {};
    }
    std::size_t at = 0;
    for (std::size_t used = 0; at < text.size();) {
        const DecodedCodePoint step = decodeUtf8(text, at);
        used += columnWidth(step.character.value_or(U'?'));
        if (used > columns - 1) {
            break;
        }
        at += step.size;
    }
    return std::string(text.substr(0, at)).append(kEllipsis);
}

}  // namespace quaywatch
