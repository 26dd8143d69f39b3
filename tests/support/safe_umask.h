// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/stat.h>

namespace quaywatch::test {

/// While it exists, nobody else may write the files that a test creates, as the files of the system
/// need it, whatever the umask of the developer is.
class SafeUmask {
public:
    SafeUmask()
        : m_before(::umask(022))
    {
    }
    SafeUmask(const SafeUmask&) = delete;
    SafeUmask& operator=(const SafeUmask&) = delete;
    ~SafeUmask() { ::umask(m_before); }

private:
    mode_t m_before;
};

}  // namespace quaywatch::test
