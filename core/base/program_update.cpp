// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/program_update.h"

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

}  // namespace quaywatch
