// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/json_writer.h"

#include "core/text/unicode.h"

#include <array>
#include <charconv>
#include <cstddef>

namespace quaywatch {
namespace {

// Bytes that need no escape in a JSON string, whatever precedes or follows them.
constexpr std::array<bool, 256> kIsPlain = [] {
    std::array<bool, 256> isPlain{};
    for (std::size_t byte = ' '; byte <= '~'; ++byte) {
        isPlain[byte] = byte != '"' && byte != '\\';
    }
    return isPlain;
}();

void appendCodeUnit(std::string& out, char32_t unit)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "\\u";
    for (unsigned shift = 16; shift != 0; shift -= 4) {
        out += kDigits[unit >> (shift - 4) & 0xFU];
    }
}

void appendJsonEscape(std::string& out, char32_t character)
{
    switch (character) {
        case U'"':
            out += "\\\"";
            break;
        case U'\\':
            out += "\\\\";
            break;
        case U'\n':
            out += "\\n";
            break;
        case U'\r':
            out += "\\r";
            break;
        case U'\t':
            out += "\\t";
            break;
        default:
            if (character > 0xFFFF) {
                appendCodeUnit(out, 0xD800 + ((character - 0x10000) >> 10U));
                appendCodeUnit(out, 0xDC00 + (character & 0x3FFU));
            } else {
                appendCodeUnit(out, character);
            }
    }
}

template <class T>
void appendNumber(std::string& out, T number)
{
    std::array<char, 24> digits{};  // the longest has 20
    char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

}  // namespace

void JsonWriter::separate()
{
    if (m_needsComma) {
        m_out += ',';
    }
    m_needsComma = true;
}

JsonWriter& JsonWriter::beginObject()
{
    separate();
    m_out += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endObject()
{
    m_out += '}';
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::beginArray()
{
    separate();
    m_out += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endArray()
{
    m_out += ']';
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text)
{
    separate();
    m_out += '"';
    std::size_t runBegin = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (kIsPlain[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        const DecodedCodePoint step = decodeUtf8(text, at);
        const bool isAscii = step.character && *step.character < 0x80;
        if (!step.character || isAscii || !isPrintable(*step.character)) {
            m_out += text.substr(runBegin, at - runBegin);
            runBegin = at + step.size;
            if (step.character) {
                appendJsonEscape(m_out, *step.character);
            } else {
                m_out += "\uFFFD";
            }
        }
        at += step.size;
    }
    m_out += text.substr(runBegin);
    m_out += '"';
    return *this;
}

JsonWriter& JsonWriter::value(bool truth)
{
    return raw(truth ? "true" : "false");
}

JsonWriter& JsonWriter::writeSigned(std::int64_t number)
{
    separate();
    appendNumber(m_out, number);
    return *this;
}

JsonWriter& JsonWriter::writeUnsigned(std::uint64_t number)
{
    separate();
    appendNumber(m_out, number);
    return *this;
}

JsonWriter& JsonWriter::null()
{
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json)
{
    separate();
    m_out += json;
    return *this;
}

}  // namespace quaywatch
