// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/registry_update.h"

#include "app/cli/reports/text_table.h"
#include "core/base/text_file.h"
#include "core/registry/packed_registry.h"
#include "core/registry/registry_file.h"
#include "core/registry/registry_records.h"
#include "core/text/display_text.h"
#include "core/text/json_writer.h"

#include <fmt/format.h>

#include <utility>

namespace quaywatch::cli {
namespace {

Result<std::string> pathOf(const Context& context)
{
    if (!context.machine.registryPath) {
        return failure(ErrorCode::NotFound, "this user's registry");
    }
    return context.machine.registryPath();
}

std::string portsText(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " port" : " ports");
}

std::string assignmentText(const Assignment& assignment)
{
    std::string text(token(assignment.state));
    if (!assignment.names.empty()) {
        text.append(": ").append(assignment.names.packed());
    }
    return text;
}

/// The summary of the differences, for people.
std::string differenceText(const Context& context, const ImportedRegistry& imported)
{
    const RegistryDifference& difference = imported.difference;
    std::string text = fmt::format(
        "IANA's registry of {}{}; the current registry is of {}.\n", imported.registry->date(),
        imported.isDateOfRecords ? " (its newest record)" : "", registry::date());
    if (difference.changes.empty()) {
        return text + "It says the same about every port as the current registry.\n";
    }
    text += fmt::format("{} newly assigned, {} no longer assigned, {} changed otherwise.\n",
                        portsText(difference.newlyAssigned), portsText(difference.deassigned),
                        portsText(difference.otherwise));
    if (difference.wellKnown == 0) {
        return text + "Nothing changes for the well-known ports (0-1023).\n";
    }
    TextTable table({{"PORTS", TextColumn::Align::Right},
                     {"PROTOCOLS", TextColumn::Align::Left, 1, 5},
                     {"BEFORE", TextColumn::Align::Left, 1, 8},
                     {"AFTER", TextColumn::Align::Left, 1, 8}});
    for (const RegistryChange& change : difference.changes) {
        if (change.isWellKnown()) {
            table.addRow({rangeText(change.ports), protocolTokens(change.protocols),
                          assignmentText(change.before), assignmentText(change.after)});
        }
    }
    return text + "Of the well-known ports (0-1023):\n" +
           table.toText(context.terminal.width().value_or(0));
}

void writeAssignment(JsonWriter& json, const Assignment& assignment)
{
    json.beginObject().member("state", token(assignment.state)).key("names").beginArray();
    for (const std::string_view name : assignment.names) {
        json.value(name);
    }
    json.endArray().endObject();
}

std::string differenceJson(const ImportedRegistry& imported, const std::string& previous,
                           const std::string& path, bool isInForce)
{
    std::string text;
    JsonWriter json(text);
    const RegistryDifference& difference = imported.difference;
    json.beginObject().member("schema", 1);
    json.member("date", std::string_view(imported.registry->date()));
    json.member("date_of_records", imported.isDateOfRecords);
    json.member("previous", std::string_view(previous));
    json.member("newly_assigned", difference.newlyAssigned);
    json.member("deassigned", difference.deassigned);
    json.member("otherwise", difference.otherwise);
    json.key("changes").beginArray();
    for (const RegistryChange& change : difference.changes) {
        json.beginObject().member("first", change.ports.first);
        json.member("last", change.ports.last).key("protocols").beginArray();
        for (const Protocol protocol : kRegistryProtocols) {
            if ((change.protocols & protocolBit(protocol)) != 0) {
                json.value(token(protocol));
            }
        }
        json.endArray().key("before");
        writeAssignment(json, change.before);
        json.key("after");
        writeAssignment(json, change.after);
        json.endObject();
    }
    json.endArray().member("in_force", isInForce);
    json.member("path", std::string_view(path)).endObject();
    return text;
}

/// Asks whether the user agrees; returns the exit code if not.
std::optional<ExitCode> askForUse(const Context& context, const std::string& difference)
{
    if (!context.terminal.isTerminal(Terminal::Stream::Input) ||
        !context.terminal.isTerminal(Terminal::Stream::Error)) {
        return context.fail(ExitCode::Usage,
                            "there is no terminal to ask on: add --yes, or preview with --dry-run");
    }
    context.terminal.writeError(difference + "Apply? [y/N] ");
    const std::string answer = context.terminal.readLine().value_or("");
    if (answer == "y" || answer == "Y" || answer == "yes") {
        return std::nullopt;
    }
    return context.fail(ExitCode::NotFound, "nothing was changed");
}

ExitCode importFile(const Context& context, const RegistryUpdate& update, const std::string& path)
{
    const std::string& file = *update.importedFile;
    const Result<std::string> bytes = readTextFile(file, kMaxRegistryBytes);
    if (!bytes) {
        return context.fail(bytes.error());
    }
    const std::string previous(registry::date());
    const Result<ImportedRegistry> imported =
        importRegistry(*bytes, {file, context.machine.now(), registry::active()});
    if (!imported) {
        return context.fail(exitCodeOf(imported.error().code),
                            file + ": " + imported.error().context.english());
    }
    const std::string difference = differenceText(context, *imported);
    if (!update.isDryRun) {
        const bool isToBeAsked = !update.assumeYes;
        if (const auto end = isToBeAsked ? askForUse(context, difference) : std::nullopt) {
            return *end;
        }
        if (const Result<void> kept = saveRegistry(path, *imported); !kept) {
            return context.fail(kept.error());
        }
    }
    if (update.isJson) {
        context.out.line(differenceJson(*imported, previous, path, !update.isDryRun));
        return ExitCode::Done;
    }
    if (update.isDryRun || update.assumeYes) {
        context.out.text() += difference;
    }
    if (!update.isDryRun) {
        context.out.line(displayText("Active from now on, saved in " + path +
                                     "; an open window uses it after its next start."));
    }
    return ExitCode::Done;
}

ExitCode reportSource(const Context& context, const RegistryUpdate& update, const std::string& path)
{
    const registry::ActiveRegistry& is = registry::active();
    if (!update.isJson) {
        context.out.line(is.isBuiltIn() ? fmt::format("{}, built in", is.date)
                                        : fmt::format("{}, imported on {} from {}", is.date,
                                                      is.importedOn, is.importedFrom));
        return ExitCode::Done;
    }
    std::string text;
    JsonWriter json(text);
    const auto maybe = [](std::string_view fact) {
        return fact.empty() ? std::nullopt : std::optional(fact);
    };
    json.beginObject().member("schema", 1).member("date", is.date);
    json.member("built_in", is.isBuiltIn()).member("imported_on", maybe(is.importedOn));
    json.member("imported_from", maybe(is.importedFrom));
    json.member("path", std::string_view(path)).endObject();
    context.out.line(text);
    return ExitCode::Done;
}

ExitCode goBack(const Context& context, const RegistryUpdate& update, const std::string& path)
{
    if (const Result<void> removed = removeRegistryFile(path); !removed) {
        return context.fail(removed.error());
    }
    registry::activate(nullptr);
    if (!update.isJson) {
        context.out.line(fmt::format("The built-in registry of {} is active.", registry::date()));
        return ExitCode::Done;
    }
    return reportSource(context, update, path);
}

}  // namespace

ExitCode runRegistryUpdate(const Context& context, const RegistryUpdate& update)
{
    const int sources = (update.importedFile ? 1 : 0) + (update.isBuiltInWanted ? 1 : 0) +
                        (update.isSourceAsked ? 1 : 0);
    if (sources != 1 || ((update.isDryRun || update.assumeYes) && !update.importedFile)) {
        return context.fail(
            ExitCode::Usage,
            "use one of --import FILE, --built-in and --source; --dry-run and --yes need --import");
    }
    const Result<std::string> path = pathOf(context);
    if (!path) {
        return context.fail(path.error());
    }
    if (update.importedFile) {
        return importFile(context, update, *path);
    }
    return update.isBuiltInWanted ? goBack(context, update, *path)
                                  : reportSource(context, update, *path);
}

void startUsersRegistry(const Context& context)
{
    const Result<std::string> path = pathOf(context);
    if (!path) {
        return;
    }
    // An imported registry older than the built-in one is no longer needed, so it is not reported
    // at each run.
    const RegistryLoadResult start = startRegistry(*path);
    if (start.kind == RegistryLoadResult::Kind::Broken) {
        context.reportError(
            fmt::format("the imported registry cannot be used, the built-in one of {} is used "
                        "instead: {}; `quaywatch-cli registry --built-in` removes it",
                        registry::builtIn().date, start.detail.english()));
    } else if (start.kind == RegistryLoadResult::Kind::Unreadable) {
        context.reportError(
            fmt::format("whether a registry was imported is not known, the built-in one of {} is "
                        "used: {}; check HOME, XDG_DATA_HOME and the permissions",
                        registry::builtIn().date, start.detail.english()));
    }
}

}  // namespace quaywatch::cli
