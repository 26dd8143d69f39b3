// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context/exit_code.h"
#include "app/cli/context/machine.h"
#include "app/cli/context/output.h"
#include "core/base/terminal.h"
#include "core/baseline/baseline_file.h"
#include "core/sampling/sampler.h"
#include "core/sockets/snapshot.h"

#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::cli {

/// What a command works with: the terminal it talks to and the machine it talks about.
struct Context {
    const Machine& machine;
    Terminal& terminal;
    Output& out;

    /// One line on standard error: "quaywatch-cli: " and the text, made fit for a terminal.
    void reportError(std::string_view text) const;

    /// reportError(), and the code to return.
    [[nodiscard]] ExitCode fail(ExitCode code, std::string_view text) const;

    /// fail() with the error's own words and code.
    [[nodiscard]] ExitCode fail(const Error& error) const;

    /// What could not be read, with its cure, a line each on standard error. Nothing if the
    /// reader of standard output has gone.
    void tellGaps(const std::vector<Gap>& gaps) const;

    /// A sampler on the machine's sockets, which goes by the user's baseline as it is now.
    [[nodiscard]] Result<Sampler> openSampler() const;

    /// One judged snapshot.
    [[nodiscard]] Result<SnapshotPtr> look(ReadScope scope) const;
    /// The same with another baseline.
    [[nodiscard]] Result<SnapshotPtr> look(ReadScope scope, BaselinePtr baseline) const;

    /// What keeps up with the user's baseline.
    [[nodiscard]] BaselineKeeper baselineKeeper() const;
};

/// "12 sockets without an owner: other users' processes; sudo quaywatch-cli list". Strangers'
/// text in it has been through displayText().
[[nodiscard]] std::string gapText(const Gap& gap);

}  // namespace quaywatch::cli
