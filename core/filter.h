// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/snapshot.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace quaywatch {

/// Why a filter's text is not one, and where.
struct FilterError {
    std::size_t position = 0;  ///< Byte offset into the text, 0-based.
    std::string message;       ///< English, one line, e.g. "unknown key 'prot'".
};

/// The query language of the window and the terminal (README, "Filter"):
/// `port:600-1023 is:unexpected !process:sshd | user:alice`.
///
/// NOT (`!`, a prefix) binds before AND (blank) before OR (`|`); parentheses group. A value;
/// cheap to copy; matches() may be called from any thread.
class Filter {
public:
    /// Matches everything.
    Filter() = default;

    /// Never throws, whatever the text. Text of blanks matches everything.
    [[nodiscard]] static tl::expected<Filter, FilterError> parse(std::string_view text);

    [[nodiscard]] bool matches(const SocketRecord& socket) const;

    /// Whether it matches every socket, so that callers can skip it.
    [[nodiscard]] bool isEmpty() const noexcept { return m_root == nullptr; }

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

}  // namespace quaywatch
