// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/wrapped_text.h"

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

}  // namespace quaywatch::cli
