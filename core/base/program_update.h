// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/program_file.h"

#include <cstdint>
#include <optional>

namespace quaywatch {

/// Notices that another program is installed at the path of a running one. For one thread at a
/// time; blocks on the disk.
class ProgramUpdate {
public:
    explicit ProgramUpdate(ProgramFile program);

    enum class State : std::uint8_t {
        Same,       ///< The running program is installed, or the same content.
        Unsettled,  ///< No file is there, or it has changed since the last check.
        Updated,    ///< Another program is installed, completely as far as is known.
    };
    /// Call it now and then: two checks in a row have to find the same file.
    [[nodiscard]] State check();

private:
    ProgramFile m_program;
    std::optional<FileStamp> m_last;
    State m_lastState = State::Same;
};

}  // namespace quaywatch
