// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch::linux_backend {

/// Which user numbers from the kernel mean a user. In a user namespace that does not have all users
/// of the machine (user_namespaces(7)), the kernel reports each of the others by one number, the
/// overflow uid, which is otherwise that of the user nobody. Immutable.
class UserMap {
public:
    /// @param uidMap       The text of /proc/self/uid_map.
    /// @param overflowUid  The text of /proc/sys/kernel/overflowuid; 65534 if it is not a number.
    UserMap(std::string_view uidMap, std::string_view overflowUid) noexcept;

    /// The map of this program, read at the first call. Safe from any thread. Without /proc, the
    /// overflow uid counts as unknown.
    [[nodiscard]] static const UserMap& own();

    /// The user that the kernel means by the number; empty if it may be any that has no number
    /// here.
    [[nodiscard]] std::optional<std::uint32_t> userOf(std::uint32_t uid) const noexcept
    {
        return m_isWhole || uid != m_overflowUid ? std::optional(uid) : std::nullopt;
    }

private:
    std::uint32_t m_overflowUid;
    bool m_isWhole;
};

}  // namespace quaywatch::linux_backend
