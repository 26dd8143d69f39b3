// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context/context.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace quaywatch::cli {

/// The arguments after the command's name.
using Arguments = std::vector<std::string>;

/// An option of a command, as its help has it.
struct OptionDescription {
    std::vector<std::string> names;  ///< "-a", "--all"
    std::string valueName;           ///< "FILE"; empty if the option takes no value.
    std::string help;
};

/// What a command takes, for the completions of shells.
struct CommandDescription {
    std::string argumentName;  ///< "PORT|NAME"; empty if it takes options alone.
    std::vector<OptionDescription> options;
};

/// The options and arguments of one command. Values arrive as text: each command checks them and
/// reports errors itself.
///
/// Only the .cpp file uses the parser library, and only the command that runs builds its options:
/// the parser takes half of the start time of a short command.
class CommandLine {
public:
    /// @param name     As in "quaywatch-cli list".
    /// @param summary  One sentence.
    CommandLine(std::string_view name, std::string_view summary);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    ~CommandLine();

    /// All targets must outlive parse().
    void flag(const char* names, bool& target, const char* help);
    void option(const char* names, std::optional<std::string>& target, const char* valueName,
                const char* help);
    /// An option whose value may be left out; `target` is then an empty text.
    void optionWithOptionalValue(const char* names, std::optional<std::string>& target,
                                 const char* valueName, const char* help);
    /// One required argument. A command has either word() or words(), once.
    ///
    /// @param name  As help and messages show it: "port:N|PID".
    void word(const char* name, std::string& target, const char* help);
    /// Any number of arguments, at least `least`.
    void words(const char* name, std::vector<std::string>& target, const char* help,
               std::size_t least = 0);
    /// The end of the help: examples, exit codes.
    void footer(const char* text);

    /// Parses the arguments. Writes the help to the output if it is requested. A context that asks
    /// for a description gets only that.
    ///
    /// @return The exit code if the program ends here; empty: continue.
    [[nodiscard]] std::optional<ExitCode> parse(const Context& context, Arguments arguments);

private:
    [[nodiscard]] CommandDescription describe() const;

    std::string m_name;
    std::string m_positionalLabel;
    std::unique_ptr<CLI::App> m_app;  // Its formatter refers to the label.
};

}  // namespace quaywatch::cli
