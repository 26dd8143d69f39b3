// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// Tells whether threads have one table of descriptors in common (kcmp(2)), as those of a process
/// mostly do: much cheaper than to read the same table once a thread. Any thread may use it.
class TableComparer {
public:
    /// @param procFd  A directory descriptor of /proc: numbers in it must be those that system
    ///                calls understand, or nothing is compared.
    explicit TableComparer(int procFd);

    /// @return Empty where the kernel does not tell: built without kcmp, or not permitted.
    [[nodiscard]] std::optional<bool> haveOneTable(std::uint32_t a, std::uint32_t b) const noexcept;

private:
    bool m_isUsable = false;
};

}  // namespace quaywatch::linux_backend
