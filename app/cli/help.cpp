// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/help.h"

#include "app/cli/commands/commands.h"

#include <string_view>

namespace quaywatch::cli {
namespace {

constexpr std::string_view kIntroduction =
    R"(Quaywatch shows who listens on the ports of this machine, who owns them, and which
of them are unexpected.

Usage: quaywatch-cli COMMAND [OPTIONS]
       quaywatch-cli COMMAND --help

Commands:
)";

constexpr std::string_view kRest = R"(
Options:
  --json                    With any command, also before it: JSON instead of text
  -h, --help                Show this help
  -V, --version             Show the version

Examples:
  quaywatch-cli list                          who listens, and what is unexpected
  quaywatch-cli list is:exposed               what is bound beyond loopback
  quaywatch-cli list --all process:firefox    every socket of a program
  quaywatch-cli explain 931                   what a port is, and what uses it
  quaywatch-cli watch is:unexpected           report unexpected sockets
  quaywatch-cli check                         compare with expected.toml
  quaywatch-cli kill port:3000                end the listener (asks first)
  quaywatch-cli wait port:8080 --timeout 30   wait until the server is up

Filters:
  All words must match; "|" means or, "!" means not, parentheses group.
  port: lport: rport:        either port, the local, the remote one: port:600-1023
  proto: state: addr:        proto:udp state:established,time-wait addr:10.0.0.0/8
  process: pid: user:        process:nginx pid:4711 user:alice
  unit: container: service:  unit:ssh.service service:http
  verdict: is:               is:unexpected is:unassigned is:exposed is:listener
                             is:local
  A text matches any part of a name, in upper or lower case; process:=nc matches
  nc only. A word without a key is searched in every text. Quotes keep spaces.

Exit codes:
  0  done or found           3  not permitted: try as another user (root)
  1  nothing found, drift    4  the system failed, or a process did not end
  2  not a valid command
  A closed pipe ends quietly with 0; check, kill and wait keep their result.

Not shown: raw and SCTP sockets, ports that are published by address translation
(NAT) only, and firewalls. TCP sockets that are bound but do not listen: shown
by list --all, explain, inspect and wait --bindable, since Linux 6.8.
)";

}  // namespace

std::string versionText()
{
    return "quaywatch-cli " QUAYWATCH_VERSION;
}

std::string helpText()
{
    constexpr std::size_t kColumn = 24;
    std::string text(kIntroduction);
    for (const Command& command : kCommands) {
        std::string synopsis = std::string(command.name) + " " + std::string(command.usage);
        synopsis.resize(kColumn, ' ');
        text += "  " + synopsis + "  " + std::string(command.summary) + "\n";
    }
    text += kRest;
    return text;
}

}  // namespace quaywatch::cli
