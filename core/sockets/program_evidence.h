// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/process_info.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace quaywatch {

/// What the system says of the file that a process runs: evidence that the process cannot make up.
/// Asked for the few listeners whose verdict depends on it. Remembers its answers, so that asking
/// again at every poll costs no system call. One thread at a time.
class ProgramEvidence {
public:
    ProgramEvidence() = default;
    ProgramEvidence(const ProgramEvidence&) = delete;
    ProgramEvidence& operator=(const ProgramEvidence&) = delete;
    virtual ~ProgramEvidence() = default;

    /// Whether the executable belongs to root and nobody else may write it.
    /// @return Empty if it may not be read.
    [[nodiscard]] virtual std::optional<bool> isRootsOwn(const ProcessInfo& process) = 0;

    /// Which of the packages has the program: the executable, or, where that is an interpreter, the
    /// script that it was started with. The file must be root's own.
    /// @return Empty if it is none of them, or cannot be known.
    [[nodiscard]] virtual std::optional<std::string> packageOf(
        const ProcessInfo& process, std::span<const std::string_view> packages) = 0;
};

/// The evidence of the machine the program runs on.
[[nodiscard]] std::shared_ptr<ProgramEvidence> programEvidenceOfThisMachine();

}  // namespace quaywatch
