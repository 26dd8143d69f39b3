// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context/wrapped_text.h"

#include "core/text/display_text.h"

#include <algorithm>

namespace quaywatch::cli {
namespace {

/// The number of bytes of the beginning of the word that fit into the columns; at least one
/// character.
std::size_t fittingBytes(std::string_view word, std::size_t columns)
{
    const auto isInside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    std::size_t fitting = 0;
    for (std::size_t end = 1; end <= word.size(); ++end) {
        if (end < word.size() && isInside(word[end])) {
            continue;
        }
        if (fitting > 0 && displayWidth(word.substr(0, end)) > columns) {
            break;
        }
        fitting = end;
    }
    return fitting;
}

/// The bytes before the text of a line that is wrapped: its indentation, and a label that two
/// blanks set off.
std::size_t labelSize(std::string_view line, std::size_t width)
{
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t blanks = line.find("  ", begin);
    const std::size_t text =
        blanks == std::string_view::npos ? line.size() : line.find_first_not_of(' ', blanks);
    // At least a third of the line is for the text.
    return text != std::string_view::npos && text <= width * 2 / 3 ? text : begin;
}

}  // namespace

std::string wrapped(std::string_view text, std::string_view label, std::size_t indent,
                    std::size_t width)
{
    const std::string margin(indent, ' ');
    std::string line(label);
    line.resize(std::max(line.size(), indent), ' ');
    if (width == 0) {
        return line.append(text) + '\n';
    }
    std::string out;
    std::size_t column = displayWidth(line);
    bool isFirst = true;
    const auto endLine = [&] {
        out += line + '\n';
        line = margin;
        column = margin.size();
        isFirst = true;
    };
    while (!text.empty()) {
        std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (!isFirst && column + 1 + displayWidth(word) > width) {
            endLine();
        }
        while (isFirst && column + displayWidth(word) > width && column < width) {
            const std::size_t fitting = fittingBytes(word, width - column);
            if (fitting == word.size()) {
                break;
            }
            line += word.substr(0, fitting);
            word.remove_prefix(fitting);
            endLine();
        }
        line += isFirst ? "" : " ";
        line += word;
        column += displayWidth(word) + (isFirst ? 0 : 1);
        isFirst = false;
    }
    return out + line + '\n';
}

std::string wrappedLines(std::string_view text, std::size_t width)
{
    if (width == 0) {
        return std::string(text);
    }
    constexpr std::size_t kFurtherRight = 2;
    std::string out;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (displayWidth(line) <= width) {
            out.append(line).append("\n");
            continue;
        }
        const std::size_t label = labelSize(line, width);
        const bool hasLabel = line.find_first_not_of(' ') < label;
        const std::string first = wrapped(line.substr(label), line.substr(0, label), label, width);
        // Without a label, only the indentation separates further lines from the next paragraph.
        out += hasLabel ? first
                        : wrapped(line.substr(label), line.substr(0, label), label + kFurtherRight,
                                  width)
                              .substr(kFurtherRight);
    }
    return out;
}

}  // namespace quaywatch::cli
