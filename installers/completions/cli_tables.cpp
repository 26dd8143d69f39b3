// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints the tables of quaywatch-cli that its completions are made of: commands, their options, the
// filter language, alert rules and services. write_completions.py reads them; its documentation
// describes the lines.

#include "app/cli/commands/baseline_actions.h"
#include "app/cli/commands/commands.h"
#include "core/filter/filter_keys.h"
#include "core/registry/service_registry.h"
#include "core/watch/alert.h"
#include "core/watch/watch_rules.h"

#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace quaywatch;

void print(std::vector<std::string_view> fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::cout << (i == 0 ? "" : "\t") << fields[i];
    }
    std::cout << '\n';
}

void printCommands()
{
    const SystemAccess machine = accessToThisMachine();
    const std::unique_ptr<Terminal> terminal = createTerminal();
    cli::Output out(*terminal);
    for (const cli::Command& command : cli::kCommands) {
        cli::CommandDescription description;
        if (command.run({machine, *terminal, out, &description}, {}) != cli::ExitCode::Done) {
            std::cerr << command.name << " does not describe its options\n";
        }
        print({"command", command.name, command.summary});
        print({"argument", command.name, description.argumentName});
        for (const cli::OptionDescription& option : description.options) {
            std::string names;
            for (const std::string& name : option.names) {
                names += (names.empty() ? "" : ",") + name;
            }
            print({"option", command.name, names, option.valueName, option.help});
        }
    }
}

void printFilterLanguage()
{
    for (const FilterKey& key : filterKeys()) {
        std::vector<std::string_view> fields{"key", key.name, key.help};
        fields.insert(fields.end(), key.words.begin(), key.words.end());
        print(std::move(fields));
    }
}

/// Values that an option or argument takes, by the name that the help gives the value.
void printValues()
{
    std::vector<std::string_view> states{"values", "STATE"};
    for (const AssignmentState state :
         {AssignmentState::Assigned, AssignmentState::Private, AssignmentState::Unassigned,
          AssignmentState::Reserved, AssignmentState::Deassigned, AssignmentState::Unlisted}) {
        states.push_back(token(state));
    }
    print(std::move(states));

    std::vector<std::string_view> rules{"values", "RULE,..."};
    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        const auto rule = static_cast<WatchRule>(i);
        WatchRules without;
        without.setOn(rule, false);
        if (!without.isOn(rule)) {
            rules.push_back(token(rule));
        }
    }
    print(std::move(rules));

    std::vector<std::string_view> actions{"values", "ACTION"};
    for (const auto& [name, run] : cli::kBaselineActions) {
        actions.push_back(name);
    }
    print(std::move(actions));
}

/// The names of the services on well-known ports. All of them would be more than anyone reads.
void printServices()
{
    std::set<std::string_view> names;
    for (Port port = 0; port < kFirstRegisteredPort; ++port) {
        for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
            for (const std::string_view name : registry::lookup(port, protocol).names) {
                names.insert(name);
            }
        }
    }
    std::vector<std::string_view> fields{"values", "SERVICE"};
    fields.insert(fields.end(), names.begin(), names.end());
    print(std::move(fields));
}

}  // namespace

int main()
{
    print({"program", "quaywatch-cli"});
    printCommands();
    printFilterLanguage();
    printValues();
    printServices();
    return std::cout.flush() ? 0 : 1;
}
