// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/unit_stop.h"

namespace quaywatch {
namespace {

constexpr std::string_view kPlain =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_.@-";
constexpr std::size_t kLongestUnitName = 255;

/// A word as a shell takes it.
std::string shellWord(std::string_view word)
{
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos) {
        return std::string(word);
    }
    std::string result = "'";
    for (const char c : word) {
        result += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return result + "'";
}

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
    return !text.empty() && text.size() <= kLongestUnitName && text.front() != '-';
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
        line += " " + shellWord(word);
    }
    line += " stop";
    for (const std::string& unit : units) {
        line += " " + shellWord(unit);
    }
    return line;
}

}  // namespace quaywatch
