// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/text_event_lines.h"

#include <array>
#include <cstddef>

namespace quaywatch::cli {
namespace {

struct TextHead {
    std::string_view glyphAndWord;
    std::string_view color;
};

constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kResetColor = "\033[0m";

/// In the order of PlainEventLines::Head::Kind.
constexpr std::array<TextHead, 7> kTextHeads{{{"+ opened  ", "\033[32m"},
                                              {"~ changed ", "\033[33m"},
                                              {"= replaced", kDim},
                                              {"- closed  ", kDim},
                                              {"! alert   ", "\033[1;31m"},
                                              {"? gap     ", kDim},
                                              {"? gap     ", kDim}}};

}  // namespace

std::string TextEventLines::line(const Head& head, std::string_view text) const
{
    const TextHead& begin = kTextHeads.at(static_cast<std::size_t>(head.kind));
    std::string line = clock(head.at) + " ";
    if (m_terminal.wantsColor()) {
        line.append(begin.color).append(begin.glyphAndWord).append(kResetColor);
    } else {
        line.append(begin.glyphAndWord);
    }
    return line.append(" ").append(text);
}

std::string TextEventLines::clock(Time time) const
{
    return m_terminal.localClock(time);
}

}  // namespace quaywatch::cli
