// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message_id.h"

#include "core/message/message_list.h"

#include <algorithm>
#include <array>

namespace quaywatch {
namespace {

struct Row {
    std::string_view token;
    std::string_view text;
};

constexpr std::array<Row, kMessageCount> kRows{{
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): see message_list.h
#define QUAYWATCH_MESSAGE(name, token, text) {token, text},
#include "core/message/message_table.def"
#undef QUAYWATCH_MESSAGE
}};

}  // namespace

std::string_view token(MessageId id) noexcept
{
    return kRows.at(static_cast<std::size_t>(id)).token;
}

std::optional<MessageId> parseMessageId(std::string_view text) noexcept
{
    const auto* const row = std::find_if(kRows.begin(), kRows.end(),
                                         [text](const Row& each) { return each.token == text; });
    if (text.empty() || row == kRows.end()) {
        return std::nullopt;
    }
    return static_cast<MessageId>(row - kRows.begin());
}

std::string_view sourceText(MessageId id) noexcept
{
    return kRows.at(static_cast<std::size_t>(id)).text;
}

}  // namespace quaywatch
