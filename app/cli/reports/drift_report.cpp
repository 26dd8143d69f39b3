// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/drift_report.h"

#include "app/cli/reports/entry_json.h"
#include "app/cli/reports/socket_text.h"
#include "core/export/socket_json.h"
#include "core/sockets/socket_events.h"
#include "core/text/display_text.h"
#include "core/text/iso_time.h"

#include <fmt/format.h>

namespace quaywatch::cli {
namespace {

std::string placeOf(const BaselineEntry& entry)
{
    return fmt::format("line {}{}{}", entry.line, entry.note.empty() ? "" : ": ", entry.note);
}

std::string countedWord(std::size_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

void writeListener(JsonWriter& json, const CheckedListener& listener)
{
    json.beginObject().member("key", std::string_view(identityOf(*listener.socket)));
    json.member("reason", std::string_view(displayText(reasonText(listener))));
    json.key("line");
    if (listener.answer.entry != nullptr) {
        json.value(listener.answer.entry->line);
    } else {
        json.null();
    }
    json.member("count", listener.count).key("socket");
    writeSocket(json, *listener.socket);
    json.endObject();
}

}  // namespace

std::string driftText(const DriftReport& report)
{
    const Drift& drift = report.drift;
    std::string text;
    for (const CheckedListener& listener : drift.unexpected) {
        text += fmt::format("not expected: {}{}\n    {}\n", socketLine(*listener.socket),
                            listener.count > 1 ? fmt::format(" ({} sockets)", listener.count) : "",
                            displayText(reasonText(listener)));
    }
    for (const BaselineEntry* entry : drift.missing) {
        text += fmt::format("missing: {}\n    required by {}\n", displayText(entryName(*entry)),
                            displayText(placeOf(*entry)));
    }
    const std::string listeners =
        countedWord(drift.expected.size(), "listener is", "listeners are") + " as expected";
    const std::string name = displayText(report.path);
    if (drift.isNone()) {
        return fmt::format("{} by {}\n", listeners, name);
    }
    return text + fmt::format("\n{} from {}: {} not expected, {} missing; {}\n",
                              countedWord(drift.unexpected.size() + drift.missing.size(),
                                          "difference", "differences"),
                              name, drift.unexpected.size(), drift.missing.size(), listeners);
}

std::string driftJson(const DriftReport& report)
{
    const Drift& drift = report.drift;
    std::string text;
    JsonWriter json(text);
    json.beginObject().member("schema", 1);
    json.member("taken_at", std::string_view(isoTime(report.snapshot.takenAt)));
    json.member("baseline", std::string_view(report.path));
    json.member("agrees", drift.isNone()).member("expected", drift.expected.size());
    json.member("left_out", drift.passingCount);
    json.key("not_expected").beginArray();
    for (const CheckedListener& listener : drift.unexpected) {
        writeListener(json, listener);
    }
    json.endArray().key("missing").beginArray();
    for (const BaselineEntry* entry : drift.missing) {
        json.beginObject();
        writeEntryMembers(json, *entry);
        json.endObject();
    }
    json.endArray().key("gaps").beginArray();
    for (const Gap& gap : report.snapshot.gaps) {
        writeGap(json, gap);
    }
    json.endArray().endObject();
    return text;
}

}  // namespace quaywatch::cli
