// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/system_facts.h"

#include <algorithm>
#include <cstddef>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxSystemName = 200;

}  // namespace

std::string_view token(ReadingRights rights) noexcept
{
    switch (rights) {
        case ReadingRights::User:
            return "user";
        case ReadingRights::Capabilities:
            return "capabilities";
        case ReadingRights::Root:
            break;
    }
    return "root";
}

std::string systemNameIn(std::string_view osRelease)
{
    constexpr std::string_view kKey = "PRETTY_NAME=";
    while (!osRelease.empty()) {
        std::string_view line = osRelease.substr(0, osRelease.find('\n'));
        osRelease.remove_prefix(std::min(osRelease.size(), line.size() + 1));
        if (!line.starts_with(kKey)) {
            continue;
        }
        line.remove_prefix(kKey.size());
        std::string name;
        for (std::size_t i = 0; i < line.size() && name.size() < kMaxSystemName; ++i) {
            const bool isEscape = line[i] == '\\' && i + 1 < line.size();
            if (isEscape) {
                name += line[++i];
            } else if (line[i] != '"' && line[i] != '\'') {
                name += line[i];
            }
        }
        return name;
    }
    return {};
}

}  // namespace quaywatch
