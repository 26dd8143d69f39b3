// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The file of this running program, and whether an update has replaced it. The functions block on
/// the disk.

#pragma once

#include "core/base/result.h"
#include "core/base/text_file.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quaywatch {

/// The file that was started, as it was then.
struct ProgramFile {
    std::string path;   ///< With which the program is started again; of an AppImage its own file.
    FileStamp stamp{};  ///< Of the file that runs, whatever is at the path now.
    /// Shows the content that runs, also after it was replaced on the disk; empty if nothing does.
    std::string runningPath{};
};

/// @return SystemError if the system does not say.
[[nodiscard]] Result<ProgramFile> runningProgram();

/// Notices that another program is installed at the path of a running one. For one thread at a
/// time.
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

/// Whether both files can be read and have the same bytes.
[[nodiscard]] bool haveSameContent(const std::string& a, const std::string& b);

}  // namespace quaywatch
