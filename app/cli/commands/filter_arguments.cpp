// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/filter_arguments.h"

#include <algorithm>

namespace quaywatch::cli {

Result<Filter> filterOf(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    const bool isBlank = text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!words.empty() && isBlank) {
        return failure(ErrorCode::Malformed, "the filter is empty: leave it out to see everything");
    }
    tl::expected<Filter, FilterError> filter = Filter::parse(text);
    if (!filter) {
        return failure(ErrorCode::Malformed, "filter, at character " +
                                                 std::to_string(filter.error().position + 1) +
                                                 ": " + filter.error().message.english());
    }
    return *std::move(filter);
}

std::vector<const SocketRecord*> matching(const Snapshot& snapshot, const Filter& filter,
                                          bool wantsConnections)
{
    std::vector<const SocketRecord*> rows;
    for (const SocketRecord& socket : snapshot.sockets) {
        if ((wantsConnections || socket.isListener()) &&
            (filter.isEmpty() || filter.matches(socket))) {
            rows.push_back(&socket);
        }
    }
    return rows;
}

}  // namespace quaywatch::cli
