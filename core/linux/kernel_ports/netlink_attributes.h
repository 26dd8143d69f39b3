// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Attributes of netlink messages (netlink(7)), parsed from untrusted bytes.

#pragma once

#include <linux/netlink.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <span>
#include <string>

namespace quaywatch::linux_backend {

/// Calls `visit(type, value)` for each complete attribute; stops at the first that is not complete.
template <class Visit>
void forEachAttribute(std::span<const std::byte> rest, Visit&& visit)
{
    while (rest.size() >= sizeof(nlattr)) {
        nlattr head{};
        std::memcpy(&head, rest.data(), sizeof head);
        if (head.nla_len < sizeof head || head.nla_len > rest.size()) {
            return;
        }
        visit(static_cast<unsigned>(head.nla_type) & static_cast<unsigned>(NLA_TYPE_MASK),
              rest.subspan(sizeof head, head.nla_len - sizeof head));
        rest = rest.subspan(std::min<std::size_t>(NLA_ALIGN(head.nla_len), rest.size()));
    }
}

/// The value of an attribute as a number, its byte order unchanged; empty if the value is too
/// short.
template <class Number>
[[nodiscard]] std::optional<Number> numberOf(std::span<const std::byte> value) noexcept
{
    if (value.size() < sizeof(Number)) {
        return std::nullopt;
    }
    Number number{};
    std::memcpy(&number, value.data(), sizeof number);
    return number;
}

/// The value of an attribute as text, up to its NUL.
[[nodiscard]] inline std::string textOf(std::span<const std::byte> value)
{
    const auto end = std::find(value.begin(), value.end(), std::byte{0});
    std::string text;
    std::transform(value.begin(), end, std::back_inserter(text),
                   [](std::byte byte) { return static_cast<char>(byte); });
    return text;
}

}  // namespace quaywatch::linux_backend
