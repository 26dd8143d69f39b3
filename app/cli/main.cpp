// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run.h"
#include "core/base/file_limit.h"
#include "core/base/stack_limit.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

int main(int count, char** words)
{
    using namespace quaywatch;
    const std::unique_ptr<Terminal> terminal = createTerminal();
    if (const std::optional<std::size_t> stack = tooSmallStack()) {
        terminal->writeError("quaywatch-cli: the stack is limited to " +
                             std::to_string(*stack / 1024) +
                             " KiB, which is too small; try: ulimit -s " +
                             std::to_string(kLeastStack / 1024) + "\n");
        return static_cast<int>(cli::ExitCode::Failed);
    }
    raiseFileLimit();
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    return static_cast<int>(cli::run(accessToThisMachine(), *terminal, arguments));
}
