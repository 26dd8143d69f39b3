// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/filter_arguments.h"
#include "app/cli/reports/list_table.h"
#include "core/export/list_json.h"
#include "core/export/socket_json.h"

#include <algorithm>

namespace quaywatch::cli {
namespace {

struct Options {
    std::vector<std::string> words;
    std::optional<std::string> baseline;
    bool isAll = false;
    bool isJson = false;
    bool isJsonLines = false;
};

using Rows = std::vector<const SocketRecord*>;

constexpr const char* kFooter =
    R"(PROTO is tcp6 for IPv6 and tcp46 for a listener that takes both. UNIT is the
container or the systemd unit. EXPOSURE shows how widely the address is
bound; firewalls are not taken into account. USER is as whom the process runs;
if the process is hidden, who made the socket. VERDICT includes the reason.

Examples:
  quaywatch-cli list port:600-1023
  quaywatch-cli list 'is:unexpected | is:exposed'
  quaywatch-cli list --all process:node '!is:local'
  quaywatch-cli list --jsonl | jq -r 'select(.local.port == 931).owners[].pid'

Exit codes: 0 found, or no filter was given; 1 nothing matches; 2 not a filter,
or not a baseline; 4 the sockets could not be read completely.
)";

void printTable(const Context& context, const Rows& rows, const Options& options)
{
    const std::optional<std::size_t> width = context.terminal.width();
    context.out.text() += listTable(rows, {.hasConnections = options.isAll,
                                           .width = width,
                                           .hasColor = context.terminal.wantsColor()});
    if (width) {
        const auto unexpected = std::count_if(rows.begin(), rows.end(), [](const auto* socket) {
            return socket->assessment.verdict == Verdict::Unexpected;
        });
        context.out.line("\n" + std::to_string(rows.size()) +
                         (options.isAll ? " socket" : " listener") + (rows.size() == 1 ? "" : "s") +
                         ", " + std::to_string(unexpected) + " unexpected");
    }
}

void printJsonLines(const Context& context, const Rows& rows)
{
    for (const SocketRecord* socket : rows) {
        JsonWriter json(context.out.text());
        writeSocket(json, *socket);
        context.out.text() += '\n';
        if (!context.out.flushWhenLarge()) {
            return;
        }
    }
}

ExitCode print(const Context& context, const Snapshot& snapshot, const Rows& rows,
               const Options& options)
{
    const bool isMiss = rows.empty() && !options.words.empty();
    const bool isUnsure = rows.empty() && incompleteTable(snapshot) != nullptr;
    if (options.isJson) {
        writeListJson(snapshot, rows, [&context](std::string_view piece) {
            context.out.text() += piece;
            return context.out.flushWhenLarge();
        });
        context.out.text() += '\n';
        return isUnsure ? ExitCode::Failed : isMiss ? ExitCode::NotFound : ExitCode::Done;
    }
    if (options.isJsonLines) {
        printJsonLines(context, rows);
    } else if (!rows.empty()) {
        printTable(context, rows, options);
    }
    // The table first, the footnotes below it.
    context.out.flush();
    context.reportGaps(snapshot.gaps);
    if (isUnsure) {
        return context.fail(ExitCode::Failed, "the sockets could not be listed completely");
    }
    if (isMiss) {
        return options.isJsonLines
                   ? ExitCode::NotFound
                   : context.fail(ExitCode::NotFound,
                                  options.isAll
                                      ? "no socket matches"
                                      : "no listener matches; --all includes connections");
    }
    if (rows.empty() && !options.isJsonLines) {
        context.reportError("nothing listens in this network namespace");
    }
    return ExitCode::Done;
}

}  // namespace

ExitCode runList(const Context& context, const Arguments& arguments)
{
    Options options;
    CommandLine line("list", "Lists the listeners of this machine: TCP in LISTEN, and bound UDP.");
    line.words("FILTER", options.words, "What to show; see quaywatch-cli --help");
    line.flag("-a,--all", options.isAll, "Every socket, connections too");
    line.option("-b,--baseline", options.baseline, "FILE", "Expect what this file alone says");
    line.flag("--json", options.isJson, "One JSON object");
    line.flag("--jsonl", options.isJsonLines, "One JSON object per line; gaps on standard error");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    const Result<Filter> filter = filterOf(options.words);
    if (!filter) {
        return context.fail(filter.error());
    }
    const ReadScope scope = options.isAll ? ReadScope::EverythingAndBound : ReadScope::Listeners;
    BaselinePtr named;
    if (options.baseline) {
        Result<BaselinePtr> loaded =
            baselinePath(context, options.baseline).and_then(namedBaseline);
        if (!loaded) {
            return failBaseline(context, loaded.error(), options.baseline);
        }
        named = *std::move(loaded);
    }
    const Result<SnapshotPtr> snapshot =
        named ? context.takeSnapshot(scope, std::move(named)) : context.takeSnapshot(scope);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    return print(context, **snapshot, matching(**snapshot, *filter, options.isAll), options);
}

}  // namespace quaywatch::cli
