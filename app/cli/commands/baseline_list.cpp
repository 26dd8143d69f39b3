// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"
#include "app/cli/commands/baseline_actions.h"
#include "app/cli/reports/entry_json.h"
#include "app/cli/reports/text_table.h"
#include "core/baseline/baseline_file.h"
#include "core/baseline/drift.h"
#include "core/text/json_writer.h"

namespace quaywatch::cli {
namespace {

std::string programsText(const BaselineEntry& entry)
{
    if (entry.isAnyProgram) {
        return "any";
    }
    std::string text;
    for (const std::string& program : entry.programs) {
        text += (text.empty() ? "" : ", ") + (program.empty() ? "(unknown)" : program);
    }
    return text;
}

std::string partText(const ExpectedText& part)
{
    return part.isAny ? "any" : part.text.empty() ? "-" : part.text;
}

std::string usersText(const BaselineEntry& entry)
{
    std::string text = partText(entry.user);
    for (std::size_t i = 0; !entry.user.isAny && i < entry.otherUsers.size(); ++i) {
        text += ", " + (entry.otherUsers[i].empty() ? "-" : entry.otherUsers[i]);
    }
    return text;
}

std::string placeText(const BaselineEntry& entry)
{
    return partText(entry.container.text.empty() && !entry.container.isAny ? entry.unit
                                                                           : entry.container);
}

}  // namespace

ExitCode listBaseline(const Context& context, const BaselineWords& words)
{
    const Result<Baseline> baseline = loadBaseline(words.path);
    if (!baseline) {
        return failBaseline(context, baseline.error(), words.named);
    }
    if (words.isJson) {
        JsonWriter json(context.out.text());
        json.beginObject().member("schema", 1).member("baseline", std::string_view(words.path));
        json.key("entries").beginArray();
        for (const BaselineEntry& entry : baseline->entries()) {
            json.beginObject();
            writeEntryMembers(json, entry);
            json.endObject();
        }
        json.endArray().endObject();
        context.out.text() += '\n';
        return ExitCode::Done;
    }
    using Align = TextColumn::Align;
    TextTable table({{"LINE", Align::Right},
                     {"PORT", Align::Right},
                     {"PROTO", Align::Left, 0, 6, 1},
                     {"ADDRESS", Align::Left, 1, 8, 2},
                     {"PROGRAM", Align::Left, 3, 12},
                     {"USER", Align::Left, 1, 6, 3},
                     {"UNIT", Align::Left, 1, 8, 4},
                     {"UNTIL", Align::Left, 0, 6, 5},
                     {"NOTE", Align::Left, 2, 8, 6}});
    for (const BaselineEntry& entry : baseline->entries()) {
        table.addRow({std::to_string(entry.line), portsText(entry),
                      std::string(entry.protocol ? token(*entry.protocol) : "any"),
                      addressText(entry.address), programsText(entry), usersText(entry),
                      placeText(entry), entry.until ? untilText(*entry.until) : "-",
                      (entry.isRequired ? "(required) " : "") +
                          std::string(entry.isFixed ? "(fixed) " : "") + entry.note});
    }
    if (table.rowCount() == 0) {
        context.reportError(words.path + " has no entries");
        return ExitCode::Done;
    }
    context.out.text() += table.toText(context.terminal.width().value_or(0));
    return ExitCode::Done;
}

}  // namespace quaywatch::cli
