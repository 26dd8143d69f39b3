// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context/exit_code.h"
#include "app/cli/context/output.h"
#include "core/base/terminal.h"
#include "core/monitor/system_access.h"
#include "core/sampling/sampler.h"
#include "core/sockets/snapshot.h"

#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::cli {

struct CommandDescription;

/// The environment of a command: the terminal and the machine.
struct Context {
    const SystemAccess& machine;
    Terminal& terminal;
    Output& out;
    /// Where this is set, a command does no more than fill it with the options it takes.
    CommandDescription* description = nullptr;

    /// Writes one line to standard error: "quaywatch-cli: " and the text, safe for a terminal.
    void reportError(std::string_view text) const;

    /// Calls reportError(), and returns the code.
    [[nodiscard]] ExitCode fail(ExitCode code, std::string_view text) const;

    /// Calls fail() with the text and the code of the error.
    [[nodiscard]] ExitCode fail(const Error& error) const;

    /// Writes what could not be read, with its remedy, one line each, to standard error. Writes
    /// nothing if the reader of standard output has closed it.
    void reportGaps(const std::vector<Gap>& gaps) const;

    /// Returns a sampler for the machine's sockets, with the user's current baseline.
    [[nodiscard]] Result<Sampler> openSampler() const;
    /// The same with another baseline.
    /// @param problems  What is wrong with its files; they become gaps.
    [[nodiscard]] Result<Sampler> openSampler(BaselinePtr baseline,
                                              std::vector<Gap> problems) const;

    /// Takes one assessed snapshot.
    [[nodiscard]] Result<SnapshotPtr> takeSnapshot(ReadScope scope) const;
    /// The same with another baseline.
    /// @param problems  What is wrong with its files; they become gaps.
    [[nodiscard]] Result<SnapshotPtr> takeSnapshot(ReadScope scope, BaselinePtr baseline,
                                                   std::vector<Gap> problems = {}) const;

    /// The path of the user's baseline, whether it exists or not; empty if there is no home folder.
    [[nodiscard]] std::string baselinePath() const;
};

/// "12 sockets without an owner: other users' processes; sudo quaywatch-cli list". Untrusted text
/// in it went through displayText().
[[nodiscard]] std::string gapText(const Gap& gap);

}  // namespace quaywatch::cli
