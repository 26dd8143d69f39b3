// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/table_comparer.h"

#include "core/text/text_scan.h"

#include <linux/kcmp.h>
#include <linux/magic.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <string_view>

namespace quaywatch::linux_backend {

TableComparer::TableComparer(int procFd) noexcept
{
    struct statfs system {};
    std::array<char, 16> link{};
    const auto length = readlinkat(procFd, "self", link.data(), link.size());
    m_isUsable = fstatfs(procFd, &system) == 0 && system.f_type == PROC_SUPER_MAGIC && length > 0 &&
                 wholeNumber<std::uint32_t>({link.data(), static_cast<std::size_t>(length)}) ==
                     static_cast<std::uint32_t>(getpid());
}

std::optional<bool> TableComparer::haveOneTable(std::uint32_t a, std::uint32_t b) const noexcept
{
    if (!m_isUsable) {
        return std::nullopt;
    }
    // 0: equal; 1 and 2: one is the greater; 3: not equal.
    const long order =
        syscall(SYS_kcmp, static_cast<pid_t>(a), static_cast<pid_t>(b), KCMP_FILES, 0UL, 0UL);
    return order < 0 ? std::nullopt : std::optional(order == 0);
}

}  // namespace quaywatch::linux_backend
