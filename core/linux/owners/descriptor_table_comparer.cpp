// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/descriptor_table_comparer.h"

#include "core/linux/procfs/proc_numbers.h"

#include <linux/kcmp.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quaywatch::linux_backend {

DescriptorTableComparer::DescriptorTableComparer(int procFd)
    : m_isUsable(numbersIn(procFd) == ProcNumbers::Own)
{
}

std::optional<bool> DescriptorTableComparer::haveOneTable(std::uint32_t a,
                                                          std::uint32_t b) const noexcept
{
    if (!m_isUsable) {
        return std::nullopt;
    }
    // 0: equal; 1: less; 2: greater; 3: not equal, no order is known.
    const long order =
        syscall(SYS_kcmp, static_cast<pid_t>(a), static_cast<pid_t>(b), KCMP_FILES, 0UL, 0UL);
    return order < 0 ? std::nullopt : std::optional(order == 0);
}

}  // namespace quaywatch::linux_backend
