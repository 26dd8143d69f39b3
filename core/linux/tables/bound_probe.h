// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/system/unique_fd.h"
#include "core/linux/tables/diag_row.h"

#include <cstdint>
#include <vector>

namespace quaywatch::linux_backend {

/// A TCP socket of this program that is bound and does not listen. If a dump contains it, this
/// kernel lists such sockets. The kernel chooses its port.
class BoundProbe {
public:
    /// @param isWanted  False: opens no socket.
    explicit BoundProbe(bool isWanted);
    BoundProbe(const BoundProbe&) = delete;
    BoundProbe& operator=(const BoundProbe&) = delete;
    /// Leaves no trace: a running `watch` gets no close event with a port.
    ~BoundProbe();

    /// Removes the row of this socket.
    /// @return Whether the rows had it; without a socket, whether they have any in that state.
    [[nodiscard]] bool removeFrom(std::vector<DiagRow>& rows) const;

private:
    UniqueFd m_socket;
    std::uint64_t m_inode = 0;  ///< 0 if the socket could not be opened.
};

}  // namespace quaywatch::linux_backend
