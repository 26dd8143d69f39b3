// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/sarif.h"

#include "app/cli/reports/socket_text.h"
#include "core/sockets/socket_events.h"
#include "core/text/display_text.h"
#include "core/text/json_writer.h"

#include <fmt/format.h>

namespace quaywatch::cli {
namespace {

/// The path as a URI reference. A relative path stays relative, since a pipeline knows its working
/// directory.
std::string uriOf(std::string_view path)
{
    constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        if (kPlain.find(c) != std::string_view::npos) {
            uri += c;
        } else {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return uri;
}

void writeRule(JsonWriter& json, std::string_view id, std::string_view text)
{
    json.beginObject().member("id", id);
    json.key("shortDescription").beginObject().member("text", text).endObject();
    json.key("defaultConfiguration").beginObject().member("level", "error").endObject();
    json.endObject();
}

struct SarifResult {
    std::string_view rule;
    std::string message;
    std::uint32_t line = 1;
    std::string fingerprint;
    const std::string* systemFile = nullptr;  ///< Null: the file of the report.
};

void writeResult(JsonWriter& json, const SarifResult& result, std::string_view ownUri)
{
    const std::string uri =
        result.systemFile != nullptr ? uriOf(*result.systemFile) : std::string(ownUri);
    json.beginObject().member("ruleId", result.rule);
    json.member("ruleIndex", result.rule == kNotExpected ? 0 : 1).member("level", "error");
    json.key("message").beginObject().member("text", std::string_view(result.message)).endObject();
    json.key("locations").beginArray().beginObject().key("physicalLocation").beginObject();
    json.key("artifactLocation").beginObject().member("uri", std::string_view(uri)).endObject();
    json.key("region").beginObject().member("startLine", result.line).endObject();
    json.endObject().endObject().endArray();
    json.key("partialFingerprints").beginObject();
    json.member("identity/v1", std::string_view(result.fingerprint)).endObject().endObject();
}

std::vector<SarifResult> resultsOf(const Drift& drift)
{
    std::vector<SarifResult> results;
    for (const CheckedListener& listener : drift.unexpected) {
        const BaselineEntry* const entry = listener.answer.entry;
        results.push_back(
            {kNotExpected,
             displayText(fmt::format("{} is not expected: {}", socketLine(*listener.socket),
                                     reasonWithNote(listener)),
                         2000),
             entry == nullptr ? 1 : entry->line, identityOf(*listener.socket),
             entry == nullptr ? nullptr : entry->systemFile.get()});
    }
    for (const BaselineEntry* entry : drift.missing) {
        const std::string name = entryName(*entry);
        results.push_back(
            {kMissing,
             displayText(fmt::format("{} is required by {}, and no such listener exists", name,
                                     placeOf(*entry)),
                         2000),
             entry->line, name, entry->systemFile.get()});
    }
    return results;
}

}  // namespace

std::string driftSarif(const DriftReport& report)
{
    const std::string uri = uriOf(report.path);
    std::string text;
    JsonWriter json(text);
    json.beginObject().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.member("version", "2.1.0").key("runs").beginArray().beginObject();
    json.key("tool").beginObject().key("driver").beginObject();
    json.member("name", "Quaywatch").member("version", QUAYWATCH_VERSION);
    json.key("rules").beginArray();
    writeRule(json, kNotExpected, "A listener is not in the baseline");
    writeRule(json, kMissing, "A listener that the baseline requires is missing");
    json.endArray().endObject().endObject();
    json.member("columnKind", "unicodeCodePoints");
    json.key("properties").beginObject().member("left_out", report.drift.passingCount).endObject();
    json.key("results").beginArray();
    for (const SarifResult& result : resultsOf(report.drift)) {
        writeResult(json, result, uri);
    }
    json.endArray().endObject().endArray().endObject();
    return text + "\n";
}

}  // namespace quaywatch::cli
