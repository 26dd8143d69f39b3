// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"
#include "app/cli/commands/baseline_actions.h"
#include "app/cli/commands/commands.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <utility>

namespace quaywatch::cli {
namespace {

constexpr const char* kFooter =
    R"(Actions:
  init           write the current listeners to a new file, to review and to edit
  list           the entries with their line numbers
  add port:N     expect what listens there now; N/tcp or N/udp for one protocol
  remove LINE    remove an entry by its line, by port:N or rpc:NAME

Comments and the order of the file are kept. Keep the file in git; `check` uses it,
and so do `list`, `watch` and the window, with the user's own file.

Examples:
  quaywatch-cli baseline init
  quaywatch-cli baseline add port:8080 --note 'the shop' --until 2026-12-31
  quaywatch-cli baseline add port:5353/udp --program any --address loopback
  quaywatch-cli baseline remove port:8080

Exit codes: 0 done; 1 nothing listens there, no entry can name its program, or no
such entry; 2 the file is missing, not valid, or exists already; 3 not permitted;
4 the system failed.
)";

}  // namespace

ExitCode runBaseline(const Context& context, const Arguments& arguments)
{
    BaselineWords words;
    std::vector<std::string> action;
    std::optional<std::string> file;
    CommandLine line("baseline", "Manages the list of expected listeners.");
    line.words("ACTION", action, "init, list, add port:N or remove LINE", 1);
    line.option("-b,--baseline", file, "FILE", "Instead of the user's expected.toml");
    line.option("--program", words.program, "PATH", "add: this program, or any");
    line.option("--user", words.user, "NAME", "add: this user, or any");
    line.option("--address", words.address, "ADDR", "add: loopback, any, or an address block");
    line.option("--until", words.until, "DATE", "add: until the end of that day (UTC)");
    line.option("--note", words.note, "TEXT", "add: why it is expected");
    line.flag("--required", words.isRequired, "add: check reports it if it is missing");
    line.flag("--force", words.isForce, "init: replace an existing file");
    line.flag("-n,--dry-run", words.isDryRun, "Print what would be written, change nothing");
    line.flag("--json", words.isJson, "One JSON object");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    const auto* const found = std::find_if(
        kBaselineActions.begin(), kBaselineActions.end(),
        [&action](const auto& candidate) { return candidate.first == action.front(); });
    if (found == kBaselineActions.end()) {
        return context.fail(ExitCode::Usage, "'" + displayText(action.front(), 64) +
                                                 "' is not init, list, add or remove");
    }
    const std::size_t most = found->first == "add" || found->first == "remove" ? 2 : 1;
    if (action.size() > most) {
        return context.fail(ExitCode::Usage, "cannot use '" + displayText(action[most], 64) + "'");
    }
    words.what = action.size() > 1 ? action[1] : "";
    Result<std::string> path = baselinePath(context, file);
    if (!path) {
        return failBaseline(context, path.error(), file);
    }
    words.path = *std::move(path);
    words.named = file;
    return found->second(context, words);
}

}  // namespace quaywatch::cli
