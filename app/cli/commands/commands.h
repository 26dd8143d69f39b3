// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The commands, each in the file of its name.

#pragma once

#include "app/cli/context/command_line.h"
#include "app/cli/context/context.h"

#include <array>
#include <string_view>

namespace quaywatch::cli {

[[nodiscard]] ExitCode runList(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runExplain(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runRegistry(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runIdent(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runInspect(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runWatch(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runWait(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runCheck(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runBaseline(const Context& context, const Arguments& arguments);
[[nodiscard]] ExitCode runKill(const Context& context, const Arguments& arguments);

struct Command {
    std::string_view name;
    std::string_view usage;    ///< The arguments after the name.
    std::string_view summary;  ///< For the list of commands.
    ExitCode (*run)(const Context&, const Arguments&);
    /// Whether the exit code stays the same after the reader of the output has closed it, because
    /// the code is more important than the output.
    bool isCodeKept = false;
};

/// In the order of the help.
inline constexpr std::array<Command, 10> kCommands{{
    {"list", "[FILTER...]", "Who listens here; with --all every socket", runList},
    {"explain", "PORT|NAME", "What a port is for, what is on it, what holds it", runExplain},
    {"registry", "[PORT|A-B]...", "What IANA's registry says", runRegistry},
    {"inspect", "PID|port:N", "Everything about a process", runInspect},
    {"watch", "[FILTER...]", "What opens, changes and closes, a line an event", runWatch},
    {"check", "", "Compare who listens with what is expected", runCheck, true},
    {"baseline", "ACTION [WHAT]", "Say what is expected: init, list, add, remove", runBaseline},
    {"wait", "port:N", "Return when something listens there, or nothing does", runWait},
    {"kill", "port:N|PID", "End what listens on a port, never its clients", runKill, true},
    {"ident", "LOCAL,REMOTE", "The user of a TCP connection, as RFC 1413 tells it", runIdent},
}};

}  // namespace quaywatch::cli
