// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doctor/doctor_text.h"

#include "core/text/display_text.h"
#include "core/text/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace quaywatch {
namespace {

std::string_view rightsText(ReadingRights rights)
{
    switch (rights) {
        case ReadingRights::User:
            return "as an ordinary user";
        case ReadingRights::Capabilities:
            return "with CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH";
        case ReadingRights::Root:
            break;
    }
    return "as root";
}

std::string_view word(DoctorSource::State state)
{
    switch (state) {
        case DoctorSource::State::Complete:
            return "ok";
        case DoctorSource::State::Partial:
            return "partly";
        case DoctorSource::State::Missing:
            return "no";
        case DoctorSource::State::Unused:
            break;
    }
    return "-";
}

std::string orUnknown(const std::string& text)
{
    return text.empty() ? "(not known)" : displayText(text);
}

std::optional<std::string> orNull(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(displayText(text));
}

}  // namespace

std::string doctorText(const DoctorReport& report)
{
    constexpr std::size_t kStateWidth = 6;
    std::string text =
        fmt::format("Quaywatch {}\nSystem: {}\nKernel: {}, {}\nRuns: {}\n\n", report.version,
                    orUnknown(report.system.name), orUnknown(report.system.kernel),
                    orUnknown(report.system.machine), rightsText(report.system.rights));
    std::size_t widest = 0;
    for (const DoctorSource& source : report.sources) {
        widest = std::max(widest, source.name.size());
    }
    for (const DoctorSource& source : report.sources) {
        text += fmt::format("{:{}}  {:{}}  {}\n", word(source.state), kStateWidth, source.name,
                            widest, source.text);
        if (!source.remedy.empty()) {
            text += fmt::format("{:{}}  try: {}\n", "", kStateWidth + 2 + widest, source.remedy);
        }
    }
    return text;
}

std::string doctorJson(const DoctorReport& report)
{
    std::string text;
    JsonWriter json(text);
    json.beginObject().member("schema", 1).member("version", std::string_view(report.version));
    json.member("system", orNull(report.system.name));
    json.member("kernel", orNull(report.system.kernel));
    json.member("machine", orNull(report.system.machine));
    json.member("rights", token(report.system.rights));
    json.key("sources").beginArray();
    for (const DoctorSource& source : report.sources) {
        json.beginObject().member("id", source.id).member("name", source.name);
        json.member("state", token(source.state));
        json.member("text", std::string_view(source.text));
        json.member("remedy", orNull(source.remedy)).endObject();
    }
    json.endArray().endObject();
    return text;
}

}  // namespace quaywatch
