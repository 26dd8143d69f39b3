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
[[nodiscard]] ExitCode runDoctor(const Context& context, const Arguments& arguments);
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
inline constexpr std::array<Command, 11> kCommands{{
    {"list", "[FILTER...]", "List the listeners; with --all every socket", runList},
    {"explain", "PORT|NAME", "What a port is for, and what uses it", runExplain},
    {"registry", "[PORT|A-B]...", "What IANA's registry says about ports", runRegistry},
    {"inspect", "PID|port:N", "Everything about a process", runInspect},
    {"watch", "[FILTER...]", "Report what opens, changes and closes", runWatch},
    {"check", "", "Compare the listeners with the expected ones", runCheck, true},
    {"baseline", "ACTION [WHAT]", "Manage expected listeners: init, list, add, remove",
     runBaseline},
    {"wait", "port:N", "Wait until something listens there, or nothing does", runWait, true},
    {"kill", "port:N|PID", "End what listens on a port, never its clients", runKill, true},
    {"ident", "LOCAL,REMOTE", "The user of a TCP connection (RFC 1413)", runIdent},
    {"doctor", "", "What can be read here, what not, and why", runDoctor},
}};

}  // namespace quaywatch::cli
