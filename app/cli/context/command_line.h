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

/// The words after the command.
using Arguments = std::vector<std::string>;

/// The options and words that one command takes. Values come as text: each command says itself,
/// in its own words, what is wrong with one.
///
/// Only this file's .cpp knows the library that parses, and only the command that runs builds its
/// options: the parser is half of the start of a short command.
class CommandLine {
public:
    /// @param name     As in "quaywatch-cli list".
    /// @param summary  One sentence.
    CommandLine(std::string_view name, std::string_view summary);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    ~CommandLine();

    /// All targets must outlive the parsing.
    void flag(const char* names, bool& target, const char* help);
    void option(const char* names, std::optional<std::string>& target, const char* valueName,
                const char* help);
    /// One word that must be there. A command takes a word or words, once.
    ///
    /// @param name  As help and messages show it: "port:N|PID".
    void word(const char* name, std::string& target, const char* help);
    /// Any number of words, at least `least`.
    void words(const char* name, std::vector<std::string>& target, const char* help,
               std::size_t least = 0);
    /// The end of the help: examples, exit codes.
    void footer(const char* text);

    /// Takes the arguments apart. Help, where asked for, goes to the output.
    ///
    /// @return The code to end with at once, or empty: go on.
    [[nodiscard]] std::optional<ExitCode> parse(const Context& context, Arguments arguments);

private:
    std::string m_name;
    std::string m_positionalLabel;
    std::unique_ptr<CLI::App> m_app;  // Its formatter refers to the label.
};

}  // namespace quaywatch::cli
