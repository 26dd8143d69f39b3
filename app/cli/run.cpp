// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/registry_update.h"
#include "app/cli/context/wrapped_text.h"
#include "app/cli/help.h"

#include <algorithm>
#include <string_view>

namespace quaywatch::cli {
namespace {

/// The exit code, and whether it stays the same after the reader of the output has closed it.
struct Ending {
    ExitCode code = ExitCode::Done;
    bool isKept = false;
};

/// "--json list" is "list --json".
Arguments withJsonAfterCommand(Arguments arguments)
{
    const auto command = std::find_if(arguments.begin(), arguments.end(),
                                      [](const auto& word) { return word != "--json"; });
    const bool isCommand = command != arguments.end() && !command->starts_with('-');
    if (isCommand && command != arguments.begin()) {
        std::rotate(arguments.begin(), command, command + 1);
    }
    return arguments;
}

Ending dispatch(const Context& context, const Arguments& given)
{
    const Arguments arguments = withJsonAfterCommand(given);
    if (arguments.empty()) {
        return {context.fail(ExitCode::Usage,
                             "say what to do: quaywatch-cli list, or see quaywatch-cli --help")};
    }
    const std::string& first = arguments.front();
    if (first == "--version" || first == "-V") {
        context.out.line(versionText());
        return {};
    }
    const bool isHelp = first == "--help" || first == "-h" || first == "help";
    if (isHelp && arguments.size() == 1) {
        context.out.text() += wrappedLines(helpText(), context.terminal.width().value_or(0));
        return {};
    }
    // "help list" is "list --help".
    const std::string& name = isHelp ? arguments[1] : first;
    const auto* const command =
        std::find_if(kCommands.begin(), kCommands.end(),
                     [&name](const Command& candidate) { return candidate.name == name; });
    if (command == kCommands.end()) {
        const bool isOption = name.starts_with('-');
        return {context.fail(ExitCode::Usage,
                             (isOption ? "write the command before '" : "there is no command '") +
                                 name + "'; see quaywatch-cli --help")};
    }
    startUsersRegistry(context);
    const ExitCode code = command->run(
        context, isHelp ? Arguments{"--help"} : Arguments(arguments.begin() + 1, arguments.end()));
    return {code, command->isCodeKept};
}

}  // namespace

ExitCode run(const SystemAccess& machine, Terminal& terminal,
             const std::vector<std::string>& arguments)
{
    Output out(terminal);
    const Context context{machine, terminal, out};
    const Ending ending = dispatch(context, arguments);
    out.flush();
    if (out.isReaderGone()) {
        return ending.isKept ? ending.code : ExitCode::Done;
    }
    return out.error() ? context.fail(ExitCode::Failed, describe(*out.error())) : ending.code;
}

}  // namespace quaywatch::cli
