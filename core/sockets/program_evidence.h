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

/// What the system knows about the file that a process runs: evidence that the process cannot
/// forge. It is used for the few listeners whose verdict depends on it. Caches its answers, so that
/// asking again at every poll costs no system call. For one thread at a time.
class ProgramEvidence {
public:
    ProgramEvidence() = default;
    ProgramEvidence(const ProgramEvidence&) = delete;
    ProgramEvidence& operator=(const ProgramEvidence&) = delete;
    virtual ~ProgramEvidence() = default;

    /// Whether the executable belongs to root and only root may write to it.
    /// @return Empty if that may not be read.
    [[nodiscard]] virtual std::optional<bool> isRootsOwn(const ProcessInfo& process) = 0;

    /// Which of the packages contains the program: the executable or, if that is an interpreter,
    /// the script that it was started with. The file must belong to root, and only root may write
    /// to it.
    /// @return Empty if none of them does, or if that cannot be determined.
    [[nodiscard]] virtual std::optional<std::string> packageOf(
        const ProcessInfo& process, std::span<const std::string_view> packages) = 0;
};

/// The evidence of this machine.
[[nodiscard]] std::shared_ptr<ProgramEvidence> programEvidenceOfThisMachine();

}  // namespace quaywatch
