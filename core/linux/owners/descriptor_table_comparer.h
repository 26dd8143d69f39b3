// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// Checks whether two threads share one descriptor table (kcmp(2)), as the threads of a process
/// mostly do. This is much cheaper than reading the same table once per thread. Any thread may use
/// it.
class DescriptorTableComparer {
public:
    /// @param procFd  A directory descriptor of /proc. Its process numbers must be those that
    ///                system calls use; otherwise nothing is compared.
    explicit DescriptorTableComparer(int procFd);

    /// @return Empty if the kernel does not report it: built without kcmp, or not permitted.
    [[nodiscard]] std::optional<bool> haveOneTable(std::uint32_t a, std::uint32_t b) const noexcept;

private:
    bool m_isUsable = false;
};

}  // namespace quaywatch::linux_backend
