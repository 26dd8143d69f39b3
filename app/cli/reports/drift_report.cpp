// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/drift_report.h"

#include "app/cli/context/wrapped_text.h"
#include "app/cli/reports/entry_json.h"
#include "app/cli/reports/socket_text.h"
#include "core/export/socket_json.h"
#include "core/sockets/socket_events.h"
#include "core/text/display_text.h"
#include "core/text/iso_time.h"

#include <fmt/format.h>

namespace quaywatch::cli {
namespace {

std::string countedWord(std::size_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// The line about the listeners whose user could not be compared; empty if there are none.
std::string byCreatorNote(std::size_t count, std::size_t width)
{
    return count == 0 ? std::string()
                      : wrapped(countedWord(count, "listener has", "listeners have") +
                                    " a hidden process: user was compared with who made the "
                                    "socket",
                                "", 0, width);
}

/// The line about what was not compared; empty if there is nothing.
std::string leftOutNote(std::size_t count, std::size_t width)
{
    return count == 0
               ? std::string()
               : wrapped(countedWord(count, "UDP socket on a port of the ephemeral range was",
                                     "UDP sockets on ports of the ephemeral range were") +
                             " left out, as a client's; --ephemeral includes " +
                             (count == 1 ? "it" : "them"),
                         "", 0, width);
}

/// The path of the system's file that has the entry; null for the user's own file.
void writeFile(JsonWriter& json, const BaselineEntry* entry)
{
    if (entry != nullptr && entry->systemFile) {
        json.value(std::string_view(*entry->systemFile));
    } else {
        json.null();
    }
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
    json.key("file");
    writeFile(json, listener.answer.entry);
    json.member("count", listener.count).key("socket");
    writeSocket(json, *listener.socket);
    json.endObject();
}

}  // namespace

std::string placeOf(const BaselineEntry& entry)
{
    return fmt::format("{}{}line {}{}{}", entry.systemFile ? *entry.systemFile : std::string(),
                       entry.systemFile ? ", " : "", entry.line, entry.note.empty() ? "" : ": ",
                       entry.note);
}

std::string reasonWithNote(const CheckedListener& listener)
{
    const BaselineEntry* const entry = listener.answer.entry;
    std::string text = reasonText(listener).english();
    return entry == nullptr || entry->note.empty()
               ? text
               : fmt::format("{} (note: {})", text, entry->note);
}

namespace {

/// What was compared with: "expected.toml", "expected.toml and 2 files of the system", "2 files of
/// the system (/etc/quaywatch/expected.d)".
std::string nameOf(const DriftReport& report)
{
    std::string name = displayText(report.path);
    if (report.systemFiles.empty()) {
        return name;
    }
    const std::string count =
        countedWord(report.systemFiles.size(), "file of the system", "files of the system");
    return report.hasOwn ? name + " and " + count : count + " (" + name + ")";
}

std::string differencesText(const DriftReport& report, std::size_t width)
{
    constexpr std::size_t kIndent = 4;
    const Drift& drift = report.drift;
    std::string text;
    for (const CheckedListener& listener : drift.unexpected) {
        const std::string line =
            fmt::format("not expected: {}{}", socketLine(*listener.socket),
                        listener.count > 1 ? fmt::format(" ({} sockets)", listener.count) : "");
        text += wrapped(line, "", 0, width);
        text += wrapped(displayText(reasonWithNote(listener)), "", kIndent, width);
    }
    for (const CheckedListener& listener : drift.undecided) {
        text += wrapped("not compared: " + socketLine(*listener.socket), "", 0, width);
        text += wrapped(displayText(reasonWithNote(listener)), "", kIndent, width);
    }
    for (const BaselineEntry* entry : drift.notCompared) {
        text += wrapped("not compared: " + displayText(entryName(*entry)), "", 0, width);
        text += wrapped("required by " + displayText(placeOf(*entry)), "", kIndent, width);
    }
    for (const BaselineEntry* entry : drift.missing) {
        text += wrapped("missing: " + displayText(entryName(*entry)), "", 0, width);
        text += wrapped("required by " + displayText(placeOf(*entry)), "", kIndent, width);
    }
    for (const OverruledEntry& overruled : drift.overruled) {
        text +=
            wrapped("no effect: " + displayText(overruledText(overruled, report.baseline.name())),
                    "", 0, width);
    }
    const std::string listeners =
        countedWord(drift.expected.size(), "listener is", "listeners are") + " as expected";
    const std::string name = nameOf(report);
    const std::string note =
        byCreatorNote(drift.byCreatorCount, width) + leftOutNote(drift.passingCount, width);
    if (drift.isNone()) {
        return text + wrapped(fmt::format("{} by {}", listeners, name), "", 0, width) + note;
    }
    const std::string sum = fmt::format(
        "{} from {}: {} not expected, {} missing; {}",
        countedWord(drift.unexpected.size() + drift.missing.size(), "difference", "differences"),
        name, drift.unexpected.size(), drift.missing.size(), listeners);
    return text + '\n' + wrapped(sum, "", 0, width) + note;
}

void writeOverruled(JsonWriter& json, const Drift& drift)
{
    json.key("no_effect").beginArray();
    for (const auto& [entry, fixedBy, at] : drift.overruled) {
        json.beginObject();
        writeEntryMembers(json, *entry);
        json.key("at");
        if (at) {
            json.beginObject().member("port", at->port);
            json.member("protocol", token(at->protocol)).endObject();
        } else {
            json.null();
        }
        json.key("fixed_by").beginObject().key("file");
        writeFile(json, fixedBy);
        json.member("line", fixedBy->line).endObject().endObject();
    }
    json.endArray();
}

void writeHints(JsonWriter& json, const std::optional<SourcePortHint>& hint)
{
    json.key("hints").beginArray();
    if (hint) {
        json.beginObject().key("kind").value(kSourcePortHint);
        json.key("text").value(hint->text).key("ports").beginArray();
        for (const Port port : hint->ports) {
            json.value(port);
        }
        json.endArray().member("command", std::string_view(hint->command)).endObject();
    }
    json.endArray();
}

}  // namespace

std::string driftText(const DriftReport& report, std::size_t width)
{
    std::string text = differencesText(report, width);
    if (report.hint) {
        constexpr std::string_view kLabel = "Hint: ";
        text += wrapped(report.hint->text.english(), kLabel, kLabel.size(), width);
    }
    return text;
}

std::string driftJson(const DriftReport& report)
{
    const Drift& drift = report.drift;
    std::string text;
    JsonWriter json(text);
    json.beginObject().member("schema", 1);
    json.member("taken_at", std::string_view(isoTime(report.snapshot.takenAt)));
    json.member("baseline", std::string_view(report.path));
    json.key("system_files").beginArray();
    for (const std::string& path : report.systemFiles) {
        json.value(std::string_view(path));
    }
    json.endArray();
    json.member("agrees", drift.isNone()).member("expected", drift.expected.size());
    json.member("left_out", drift.passingCount);
    json.member("compared_with_creator", drift.byCreatorCount);
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
    json.endArray().key("not_compared").beginArray();
    for (const CheckedListener& listener : drift.undecided) {
        writeListener(json, listener);
    }
    json.endArray().key("required_not_compared").beginArray();
    for (const BaselineEntry* entry : drift.notCompared) {
        json.beginObject();
        writeEntryMembers(json, *entry);
        json.endObject();
    }
    json.endArray();
    writeOverruled(json, drift);
    writeHints(json, report.hint);
    json.key("gaps").beginArray();
    for (const Gap& gap : report.snapshot.gaps) {
        writeGap(json, gap);
    }
    json.endArray().endObject();
    return text;
}

}  // namespace quaywatch::cli
