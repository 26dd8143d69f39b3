// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The file of this running program, as it was started. The functions block on the disk.

#pragma once

#include "core/base/result.h"
#include "core/base/text_file.h"

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

/// Whether both files can be read and have the same bytes.
[[nodiscard]] bool haveSameContent(const std::string& a, const std::string& b);

}  // namespace quaywatch
