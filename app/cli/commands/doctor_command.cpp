// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "app/cli/context/wrapped_text.h"
#include "core/doctor/doctor_text.h"

namespace quaywatch::cli {
namespace {

constexpr const char* kFooter =
    R"(What Quaywatch can read on this machine, what not and why, and the command that
helps. The text is meant for a report of a problem: it contains no names of users,
processes or hosts.

Examples:
  quaywatch-cli doctor
  sudo quaywatch-cli doctor --json

Exit codes: 0 done; 4 the sockets cannot be read.
)";

}  // namespace

ExitCode runDoctor(const Context& context, const Arguments& arguments)
{
    bool isJson = false;
    CommandLine line("doctor", "Says what can be read here, what not, and why.");
    line.flag("--json", isJson, "One JSON object");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    const DoctorReport report = examine(context.machine, QUAYWATCH_VERSION);
    if (isJson) {
        context.out.line(doctorJson(report));
    } else {
        context.out.text() +=
            wrappedLines(doctorText(report), context.terminal.width().value_or(0));
    }
    return report.canReadSockets() ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace quaywatch::cli
