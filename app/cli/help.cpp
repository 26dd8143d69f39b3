// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/help.h"

#include "app/cli/commands/commands.h"

#include <string_view>

namespace quaywatch::cli {
namespace {

constexpr std::string_view kIntroduction =
    R"(Quaywatch tells who listens on this machine's ports, who owns them, and which of
them have no business being there.

Usage: quaywatch-cli COMMAND [OPTIONS]
       quaywatch-cli COMMAND --help

Commands:
)";

constexpr std::string_view kRest = R"(
Options:
  --json                    With any command: JSON instead of text
  -h, --help                Show this help
  -V, --version             Show the version

Examples:
  quaywatch-cli list                          who listens, and what is odd about it
  quaywatch-cli list is:exposed               what others might reach
  quaywatch-cli list --all process:firefox    every socket of a program
  quaywatch-cli explain 931                   what a port is, and what is on it
  quaywatch-cli watch is:unexpected           tell me when something turns up
  quaywatch-cli check                         does it agree with expected.toml?
  quaywatch-cli kill port:3000                end what holds a port (asks first)
  quaywatch-cli wait port:8080 --timeout 30   until the server is up

Filters:
  Words that all must match; "|" means or, "!" not, parentheses group.
  port: lport: rport:        either port, the local, the remote: port:600-1023
  proto: state: addr:        proto:udp state:established,time-wait addr:10.0.0.0/8
  process: pid: user:        process:nginx pid:4711 user:alice
  unit: container: service:  unit:ssh.service service:http
  verdict: is:               is:unexpected is:unassigned is:exposed is:listener
                             is:local
  A text is found anywhere in a name and in any case; process:=nc is exactly nc.
  A word without a key is looked for in every text. Quotes keep blanks.

Exit codes:
  0  done or found           3  not permitted: another user (root) might
  1  nothing found, drift    4  the system failed, or a process lived on
  2  not a valid command     A closed pipe ends quietly with 0.

Not seen: sockets that are bound but do not listen yet, raw and SCTP sockets,
ports that are published by address translation alone, and firewalls.
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
