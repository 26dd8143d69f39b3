// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context/command_line.h"

#include "app/cli/context/wrapped_text.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <utility>

namespace quaywatch::cli {
namespace {

/// CLI11's name of the one positional argument. CLI11 rejects names such as "port:N" since 2.4, so
/// help and messages show a separate label instead.
constexpr const char* kPositional = "argument";

/// Formats the whole help, since CLI11's layout differs from version to version. Values are named
/// after their meaning ("S", "ADDR"), not after their type.
class HelpForm final : public CLI::Formatter {
public:
    explicit HelpForm(const std::string& positionalLabel)
        : m_positionalLabel(positionalLabel)
    {
    }

    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode /*mode*/) const override
    {
        std::string usage = "Usage: " + std::move(name) + " [OPTIONS]";
        std::string arguments;
        std::string options = "Options:\n";
        for (const CLI::Option* option : app->get_options()) {
            if (option->get_positional()) {
                usage += ' ' + usageOf(*option);
                arguments += "Arguments:\n" + line(m_positionalLabel, *option) + '\n';
            } else {
                options += line(namesOf(*option) + option->get_option_text(), *option);
            }
        }
        const std::string footer = app->get_footer();
        return app->get_description() + "\n\n" + usage + "\n\n" + arguments + options +
               (footer.empty() ? "" : '\n' + footer + '\n');
    }

private:
    static constexpr std::size_t kIndent = 2;
    static constexpr std::size_t kColumn = 26;

    /// "port:N", "[FILTER...]".
    [[nodiscard]] std::string usageOf(const CLI::Option& option) const
    {
        const std::string text = m_positionalLabel + (option.get_expected_max() > 1 ? "..." : "");
        return option.get_required() ? text : '[' + text + ']';
    }

    /// "-y,--yes".
    static std::string namesOf(const CLI::Option& option)
    {
        std::string names;
        for (const std::string& name : option.get_snames()) {
            names += '-' + name + ',';
        }
        for (const std::string& name : option.get_lnames()) {
            names += "--" + name + ',';
        }
        names.pop_back();
        return names;
    }

    static std::string line(const std::string& what, const CLI::Option& option)
    {
        std::string text = std::string(kIndent, ' ') + what;
        text.resize(std::max(text.size() + 1, kColumn), ' ');
        return text + option.get_description() + '\n';
    }

    const std::string& m_positionalLabel;
};

std::string oneLine(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace

CommandLine::CommandLine(std::string_view name, std::string_view summary)
    : m_name("quaywatch-cli " + std::string(name))
    , m_app(std::make_unique<CLI::App>(std::string(summary), m_name))
{
    m_app->formatter(std::make_shared<HelpForm>(m_positionalLabel));
    m_app->set_help_flag("-h,--help", "Show this help");
}

CommandLine::~CommandLine() = default;

void CommandLine::flag(const char* names, bool& target, const char* help)
{
    m_app->add_flag(names, target, help);
}

void CommandLine::option(const char* names, std::optional<std::string>& target,
                         const char* valueName, const char* help)
{
    m_app
        ->add_option_function<std::string>(
            names, [&target](const std::string& value) { target = value; }, help)
        ->option_text(std::string(" ") + valueName);
}

void CommandLine::optionWithOptionalValue(const char* names, std::optional<std::string>& target,
                                          const char* valueName, const char* help)
{
    m_app
        ->add_option_function<std::string>(
            names,
            // Without a value, the parser passes what it passes for a flag.
            [&target](const std::string& value) { target = value == "true" ? "" : value; }, help)
        ->expected(0, 1)
        ->option_text(std::string(" ") + valueName);
}

void CommandLine::word(const char* name, std::string& target, const char* help)
{
    m_positionalLabel = name;
    m_app->add_option(kPositional, target, help)->required()->option_text(" ");
}

void CommandLine::words(const char* name, std::vector<std::string>& target, const char* help,
                        std::size_t least)
{
    m_positionalLabel = name;
    m_app->add_option(kPositional, target, help)->required(least > 0)->option_text(" ");
}

void CommandLine::footer(const char* text)
{
    m_app->footer(text);
}

CommandDescription CommandLine::describe() const
{
    CommandDescription description;
    description.argumentName = m_positionalLabel;
    for (const CLI::Option* option : m_app->get_options()) {
        if (option->get_positional()) {
            continue;
        }
        OptionDescription described;
        for (const std::string& name : option->get_snames()) {
            described.names.push_back('-' + name);
        }
        for (const std::string& name : option->get_lnames()) {
            described.names.push_back("--" + name);
        }
        // The text of an option that takes a value is a blank and the value's name.
        const std::string& text = option->get_option_text();
        described.valueName = text.empty() ? "" : text.substr(1);
        described.help = option->get_description();
        description.options.push_back(std::move(described));
    }
    return description;
}

std::optional<ExitCode> CommandLine::parse(const Context& context, Arguments arguments)
{
    if (context.description != nullptr) {
        *context.description = describe();
        return ExitCode::Done;
    }
    const std::string seeHelp = "; see " + m_name + " --help";
    try {
        std::reverse(arguments.begin(), arguments.end());
        m_app->parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        std::string help = m_app->help();
        help.erase(help.find_last_not_of('\n') + 1);
        context.out.text() += wrappedLines(help + '\n', context.terminal.width().value_or(0));
        return ExitCode::Done;
    } catch (const CLI::RequiredError&) {
        // This is the positional argument: no option is required.
        return context.fail(ExitCode::Usage, m_positionalLabel + " is required" + seeHelp);
    } catch (const CLI::ExtrasError&) {
        const std::vector<std::string> left = m_app->remaining();
        return context.fail(ExitCode::Usage,
                            "cannot use '" + (left.empty() ? "" : left.front()) + "'" + seeHelp);
    } catch (const CLI::ParseError& error) {
        return context.fail(ExitCode::Usage, oneLine(error.what()) + seeHelp);
    }
    return std::nullopt;
}

}  // namespace quaywatch::cli
