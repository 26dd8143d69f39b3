// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/protocol.h"
#include "core/sockets/socket_record.h"

#include <string>
#include <string_view>

namespace quaywatch {

/// A pattern to search in texts; ASCII letters match without regard to case.
class TextPattern {
public:
    TextPattern(std::string_view text, bool isExact);

    [[nodiscard]] bool matches(std::string_view candidate) const noexcept;
    /// @param text  A pointer or an optional; false if it is empty.
    template <class MaybeText>
    [[nodiscard]] bool matchesIn(const MaybeText& text) const noexcept
    {
        return text && matches(std::string_view(*text));
    }
    [[nodiscard]] bool contains(char c) const noexcept
    {
        return m_lower.find(c) != std::string::npos;
    }

private:
    std::string m_lower;
    bool m_isExact = false;
};

/// Whether a registered service name of the port matches.
[[nodiscard]] bool matchesService(const TextPattern& pattern, Port port, Protocol protocol);
/// The same for the port at either end of the socket.
[[nodiscard]] bool matchesService(const TextPattern& pattern, const SocketRecord& socket);
/// The same for a port without a socket: for TCP or UDP.
[[nodiscard]] bool matchesService(const TextPattern& pattern, Port port);

/// Whether a name of the process matches, or its path if there is a `/` in the pattern.
[[nodiscard]] bool matchesProcess(const TextPattern& pattern, const ProcessInfo& process);

}  // namespace quaywatch
