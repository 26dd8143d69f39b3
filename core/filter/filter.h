// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Why a filter's text is not one, and where.
struct FilterError {
    std::size_t position = 0;  ///< Byte offset into the text, 0-based; at most its size.
    std::string message;       ///< English, one line, e.g. "unknown key 'prot'". Fit to be shown.
};

/// The query language of the window and the terminal (README, "Filter"):
/// `port:600-1023 is:unexpected !process:sshd | user:alice`.
///
/// NOT (`!`, a prefix) binds before AND (blank) before OR (`|`); parentheses group. A value;
/// cheap to copy; matches() may be called from any thread.
///
/// Texts match as substrings, whole with `=` before them; ASCII letters without regard to case.
/// A bare word matches any text of the socket and its owners; one of digits matches ports and PIDs
/// whole and is not looked for in addresses.
class Filter {
public:
    /// Longer texts, and deeper parentheses, are refused.
    static constexpr std::size_t kMaxBytes = 8192;
    static constexpr std::size_t kMaxDepth = 64;

    /// Matches everything.
    Filter() = default;

    /// Never throws, whatever the text. Text of blanks matches everything.
    [[nodiscard]] static tl::expected<Filter, FilterError> parse(std::string_view text);

    /// What matches both.
    [[nodiscard]] static Filter both(const Filter& a, const Filter& b);

    [[nodiscard]] bool matches(const SocketRecord& socket) const;

    /// Which ports match if there is no socket on them, in ascending order: by number and by what
    /// the registry says for either protocol. What only a socket has such a port neither has nor
    /// lacks: `process:nc` and `!process:nc` both leave it out.
    [[nodiscard]] std::vector<PortRange> vacantMatches() const;

    /// The matching rows of a snapshot, in order. Quicker than matches() row by row: what many
    /// sockets share, as their owners, is matched once.
    [[nodiscard]] std::vector<const SocketRecord*> select(const Snapshot& snapshot) const;

    /// Whether it matches every socket, so that callers can skip it.
    [[nodiscard]] bool isEmpty() const noexcept { return m_root == nullptr; }

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

/// A key of the language, for completion and help.
struct FilterKey {
    std::string_view name;                    ///< "port", written with a colon behind it.
    std::string_view help;                    ///< One English line without a full stop.
    std::string_view example;                 ///< "port:600-1023"
    std::span<const std::string_view> words;  ///< The only values it takes; empty: free text.
};

/// All keys in the order help shows them.
[[nodiscard]] std::span<const FilterKey> filterKeys() noexcept;

}  // namespace quaywatch
