// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "app/cli/commands/registry_update.h"
#include "app/cli/context/values.h"
#include "app/cli/reports/text_table.h"
#include "core/registry/packed_registry.h"
#include "core/registry/service_registry.h"
#include "core/text/display_text.h"
#include "core/text/json_writer.h"

namespace quaywatch::cli {
namespace {

constexpr const char* kFooter =
    R"(States: assigned, private, unassigned, reserved, deassigned, unlisted (no entry,
which is not the same as unassigned). With --json one line per port and protocol.

A newer registry replaces the built-in one when you import it, as IANA's XML or
CSV; it is checked and compared with the current one before it is used. Of the
imported and the built-in one, the newer is used. Nothing is downloaded. Source:
https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xml

Examples:
  quaywatch-cli registry 931 80
  quaywatch-cli registry 0-1023 --state unassigned
  quaywatch-cli registry --json | jq -r 'select(.state == "reserved").port'
  quaywatch-cli registry --import service-names-port-numbers.xml --dry-run

Exit codes: 0 found, or done; 1 no port is in that state, or declined; 2 not a port
or a state, a rejected file, or no terminal to ask on and no --yes; 3 not permitted;
4 the system failed.
)";

struct Query {
    std::vector<PortRange> ranges;
    std::optional<AssignmentState> state;
    bool wantsUnlisted = false;  ///< Unlisted ports are included if ports were named.

    [[nodiscard]] bool wants(const Assignment& assignment) const noexcept
    {
        return state ? assignment.state == *state
                     : wantsUnlisted || assignment.state != AssignmentState::Unlisted;
    }
};

Result<Query> parseQuery(const std::vector<std::string>& words,
                         const std::optional<std::string>& state)
{
    Query query;
    query.wantsUnlisted = !words.empty();
    for (const std::string& word : words) {
        const Result<PortRange> range = parsePortRange(word);
        if (!range) {
            return tl::unexpected<Error>(range.error());
        }
        query.ranges.push_back(*range);
    }
    if (words.empty()) {
        query.ranges.push_back({0, 65535});
    }
    if (state) {
        query.state = parseAssignmentState(*state);
        if (!query.state) {
            return failure(ErrorCode::Malformed,
                           "'" + displayText(*state, 64) +
                               "' is not a state: write assigned, private, unassigned, "
                               "reserved, deassigned or unlisted");
        }
    }
    return query;
}

/// Calls the visitor with (port, protocol, assignment) until it returns false.
template <class Visitor>
void visit(const Query& query, Visitor visitor)
{
    for (const PortRange& range : query.ranges) {
        for (std::uint32_t number = range.first; number <= range.last; ++number) {
            const Port port = static_cast<Port>(number);
            for (const Protocol protocol : kRegistryProtocols) {
                const Assignment assignment = registry::lookup(port, protocol);
                if (query.wants(assignment) && !visitor(port, protocol, assignment)) {
                    return;
                }
            }
        }
    }
}

void writeRow(JsonWriter& json, Port port, Protocol protocol, const Assignment& assignment)
{
    json.beginObject().key("port").value(port);
    json.key("protocol").value(token(protocol));
    json.key("state").value(token(assignment.state));
    json.key("range").value(token(assignment.portClass));
    json.key("names").beginArray();
    for (const std::string_view name : assignment.names) {
        json.value(name);
    }
    json.endArray().key("description");
    if (assignment.description.empty()) {
        json.null();
    } else {
        json.value(assignment.description);
    }
    json.endObject();
}

bool printJson(const Context& context, const Query& query)
{
    bool isFound = false;
    visit(query, [&](Port port, Protocol protocol, const Assignment& assignment) {
        isFound = true;
        JsonWriter json(context.out.text());
        writeRow(json, port, protocol, assignment);
        context.out.text() += '\n';
        return context.out.flushWhenLarge();
    });
    return isFound;
}

/// A row of the table: one port, and the protocols with the same assignment.
struct MergedRow {
    Port port = 0;
    std::string protocols;
    Assignment assignment;

    [[nodiscard]] bool takes(Port otherPort, const Assignment& other) const noexcept
    {
        return port == otherPort && assignment.state == other.state &&
               assignment.names.packed() == other.names.packed() &&
               assignment.description == other.description;
    }
};

bool printTable(const Context& context, const Query& query)
{
    std::vector<MergedRow> rows;
    visit(query, [&rows](Port port, Protocol protocol, const Assignment& assignment) {
        if (!rows.empty() && rows.back().takes(port, assignment)) {
            rows.back().protocols.append(",").append(token(protocol));
        } else {
            rows.push_back({port, std::string(token(protocol)), assignment});
        }
        return true;
    });
    TextTable table({{"PORT", TextColumn::Align::Right},
                     {"PROTOCOLS", TextColumn::Align::Left, 1, 9},
                     {"STATE"},
                     {"NAMES", TextColumn::Align::Left, 1, 8},
                     {"DESCRIPTION", TextColumn::Align::Left, 2, 20, 1}});
    for (const MergedRow& row : rows) {
        const std::string_view names = row.assignment.names.packed();
        table.addRow(
            {std::to_string(row.port), row.protocols, std::string(token(row.assignment.state)),
             names.empty() ? "-" : std::string(names), std::string(row.assignment.description)});
    }
    if (!rows.empty()) {
        context.out.text() += table.toText(context.terminal.width().value_or(0));
    }
    return !rows.empty();
}

}  // namespace

ExitCode runRegistry(const Context& context, const Arguments& arguments)
{
    std::vector<std::string> words;
    std::optional<std::string> state;
    RegistryUpdate update;
    CommandLine line("registry", "Shows what IANA's registry says about ports.");
    line.words("PORT|A-B", words, "Ports or ranges; without them all entries");
    line.option("--state", state, "STATE", "Only ports in this state");
    line.option("--import", update.importedFile, "FILE",
                "Use the registry of this file from now on");
    line.flag("-n,--dry-run", update.isDryRun, "--import: only show what would change");
    line.flag("-y,--yes", update.assumeYes, "--import: do not ask");
    line.flag("--built-in", update.isBuiltInWanted, "Restore the built-in registry");
    line.flag("--source", update.isSourceAsked, "Show which registry is active");
    line.flag("--json", update.isJson, "One JSON object per line");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    if (update.isAskedFor()) {
        return words.empty() && !state
                   ? runRegistryUpdate(context, update)
                   : context.fail(ExitCode::Usage, "run the command again to ask for ports");
    }
    const bool isJson = update.isJson;
    const Result<Query> query = parseQuery(words, state);
    if (!query) {
        return context.fail(query.error());
    }
    if (isJson ? printJson(context, *query) : printTable(context, *query)) {
        return ExitCode::Done;
    }
    return isJson ? ExitCode::NotFound
                  : context.fail(ExitCode::NotFound, "none of these ports is in that state");
}

}  // namespace quaywatch::cli
