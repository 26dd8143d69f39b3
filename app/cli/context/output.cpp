// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context/output.h"

#include <cstddef>

namespace quaywatch::cli {

void Output::line(std::string_view text)
{
    m_text += text;
    m_text += '\n';
}

bool Output::flush()
{
    if (isOpen() && !m_text.empty()) {
        if (const Result<bool> written = m_terminal.write(m_text); !written) {
            m_error = written.error();
        } else {
            m_isReaderGone = !*written;
        }
    }
    m_text.clear();
    return isOpen();
}

bool Output::flushWhenLarge()
{
    constexpr std::size_t kLarge = std::size_t{64} * 1024;
    return m_text.size() < kLarge ? isOpen() : flush();
}

}  // namespace quaywatch::cli
