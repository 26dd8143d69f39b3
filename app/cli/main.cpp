// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run.h"
#include "core/base/file_limit.h"

#include <memory>
#include <string>
#include <vector>

int main(int count, char** words)
{
    using namespace quaywatch;
    raiseFileLimit();
    const std::unique_ptr<Terminal> terminal = createTerminal();
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    return static_cast<int>(cli::run(accessToThisMachine(), *terminal, arguments));
}
