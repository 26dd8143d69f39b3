// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace quaywatch {

/// Whether the uid is a system account: root, a daemon's account, or a dynamic one that systemd
/// gives a service while it runs. False for a person, for nobody (65534), and for the numbers from
/// 100000 up, which containers of any user have. Ranges: login.defs(5), and "Users, Groups, UIDs
/// and GIDs on systemd systems".
[[nodiscard]] constexpr bool isSystemUser(std::uint32_t uid) noexcept
{
    constexpr std::uint32_t kFirstPerson = 1000;
    constexpr std::uint32_t kFirstDynamic = 61184;
    constexpr std::uint32_t kLastDynamic = 65519;
    return uid < kFirstPerson || (uid >= kFirstDynamic && uid <= kLastDynamic);
}

}  // namespace quaywatch
