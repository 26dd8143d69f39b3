// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/unit_stop.h"

#include "core/text/shell_quote.h"

#include <algorithm>
#include <array>

namespace quaywatch {
namespace {

constexpr std::string_view kPlain =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_.@-";
constexpr std::size_t kMaxUnitName = 255;
constexpr std::array<std::string_view, 11> kTypes{"service",   "socket", "device", "mount",
                                                  "automount", "swap",   "target", "path",
                                                  "timer",     "slice",  "scope"};

}  // namespace

bool isUnitName(std::string_view text) noexcept
{
    const auto isForeign = [](char c) {
        return c != '\\' && kPlain.find(c) == std::string_view::npos;
    };
    for (const char c : text) {
        if (isForeign(c)) {
            return false;
        }
    }
    const auto dot = text.rfind('.');
    return dot != std::string_view::npos && dot != 0 && text.size() <= kMaxUnitName &&
           text.front() != '-' && text.front() != '@' &&
           std::find(kTypes.begin(), kTypes.end(), text.substr(dot + 1)) != kTypes.end();
}

std::vector<std::string> UnitStop::arguments() const
{
    std::vector<std::string> words = manager;
    words.insert(words.end(), {"stop", "--"});
    words.insert(words.end(), units.begin(), units.end());
    return words;
}

std::string UnitStop::command() const
{
    std::string line = isSudoNeeded ? "sudo systemctl" : "systemctl";
    for (const std::string& word : manager) {
        line += " " + shellQuote(word);
    }
    line += " stop";
    for (const std::string& unit : units) {
        line += " " + shellQuote(unit);
    }
    return line;
}

}  // namespace quaywatch
