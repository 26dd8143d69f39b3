// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sched.h>

namespace quaywatch::test {

/// Keeps the calling thread on its CPU. The kernel reports closed sockets with one queue per CPU,
/// so only those that were closed on the same CPU are reported in their order.
class OneCpu {
public:
    OneCpu()
    {
        cpu_set_t only;
        CPU_ZERO(&only);
        CPU_SET(static_cast<unsigned>(sched_getcpu()), &only);
        m_isPinned = sched_getaffinity(0, sizeof m_before, &m_before) == 0 &&
                     sched_setaffinity(0, sizeof only, &only) == 0;
    }
    OneCpu(const OneCpu&) = delete;
    OneCpu& operator=(const OneCpu&) = delete;
    ~OneCpu()
    {
        if (m_isPinned) {
            static_cast<void>(sched_setaffinity(0, sizeof m_before, &m_before));
        }
    }

private:
    cpu_set_t m_before{};
    bool m_isPinned = false;
};

}  // namespace quaywatch::test
