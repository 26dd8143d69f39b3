// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/program_file.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <utility>

namespace quaywatch {
namespace {

/// The time is left out: `touch` makes no update.
bool isSameFile(const FileStamp& a, const FileStamp& b) noexcept
{
    return a.device == b.device && a.inode == b.inode && a.size == b.size;
}

}  // namespace

ProgramUpdate::ProgramUpdate(ProgramFile program)
    : m_program(std::move(program))
{
}

ProgramUpdate::State ProgramUpdate::check()
{
    const Result<FileStamp> now = stampOf(m_program.path);
    if (!now) {
        m_last.reset();
        return State::Unsettled;
    }
    if (isSameFile(*now, m_program.stamp)) {
        m_last.reset();
        return State::Same;
    }
    if (m_last != *now) {
        m_last = *now;
        m_lastState = State::Unsettled;
        return State::Unsettled;
    }
    if (m_lastState == State::Unsettled) {
        const bool isSame = !m_program.runningPath.empty() &&
                            haveSameContent(m_program.path, m_program.runningPath);
        m_lastState = isSame ? State::Same : State::Updated;
    }
    return m_lastState;
}

bool haveSameContent(const std::string& a, const std::string& b)
{
    std::ifstream first(a, std::ios::binary);
    std::ifstream second(b, std::ios::binary);
    constexpr std::size_t kPiece = std::size_t{64} * 1024;
    std::string left(kPiece, '\0');
    std::string right(kPiece, '\0');
    if (!first || !second) {
        return false;
    }
    for (;;) {
        first.read(left.data(), static_cast<std::streamsize>(kPiece));
        second.read(right.data(), static_cast<std::streamsize>(kPiece));
        const auto count = static_cast<std::size_t>(first.gcount());
        if (first.bad() || second.bad() || first.gcount() != second.gcount() ||
            !std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(count),
                        right.begin())) {
            return false;
        }
        if (count < kPiece) {
            return true;
        }
    }
}

}  // namespace quaywatch
