// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch {

/// A message of core. core/message/message_list.h has the enumerators; only sources that use them
/// include it. The first one is text without an id.
enum class MessageId : std::uint16_t;

/// The id in JSON and in the history, such as "unassigned-listener". Scripts rely on it: it never
/// changes and is never used for another message. Empty for text without an id.
[[nodiscard]] std::string_view token(MessageId id) noexcept;
/// The message with that token; empty: there is none.
[[nodiscard]] std::optional<MessageId> parseMessageId(std::string_view text) noexcept;

/// The English text, with %1 to %9 for the arguments; a NUL follows it. Empty for those that have
/// no text of their own, such as a list.
[[nodiscard]] std::string_view sourceText(MessageId id) noexcept;

}  // namespace quaywatch
