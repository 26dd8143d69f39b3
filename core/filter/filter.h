// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter_error.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The query language of the window and the terminal (README, "Filter"):
/// `port:600-1023 is:unexpected !process:sshd | user:alice`.
///
/// NOT (`!`, a prefix) binds before AND (blank) before OR (`|`); parentheses group. A value type,
/// cheap to copy; matches() may be called from any thread.
///
/// Texts match as substrings, or as a whole if preceded by `=`; ASCII letters match without regard
/// to case. A bare word matches any text of the socket and its owners; one of digits matches whole
/// port numbers and PIDs and is not searched in addresses.
class Filter {
public:
    /// Longer texts, and deeper parentheses, are refused.
    static constexpr std::size_t kMaxBytes = 8192;
    static constexpr std::size_t kMaxDepth = 64;

    /// Matches everything.
    Filter() = default;

    /// Never throws, whatever the text. Blank text matches everything.
    [[nodiscard]] static tl::expected<Filter, FilterError> parse(std::string_view text);

    /// A filter that matches what both match.
    [[nodiscard]] static Filter both(const Filter& a, const Filter& b);

    [[nodiscard]] bool matches(const SocketRecord& socket) const;

    /// The ports that match if there is no socket on them, in ascending order: by number and by the
    /// registry's entries for TCP and UDP. A term about a property of sockets is neither true nor
    /// false for such a port: `process:nc` and `!process:nc` both exclude it.
    [[nodiscard]] std::vector<PortRange> vacantMatches() const;

    /// The matching rows of a snapshot, in order. Faster than matches() for each row: data that
    /// many sockets share, such as their owners, is matched once.
    [[nodiscard]] std::vector<const SocketRecord*> select(const Snapshot& snapshot) const;

    /// Whether the filter matches every socket, so that callers can skip it.
    [[nodiscard]] bool isEmpty() const noexcept { return m_root == nullptr; }

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

}  // namespace quaywatch
