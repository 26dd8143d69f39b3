// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/baseline_access.h"

#include "core/baseline/baseline_file.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/drift.h"

namespace quaywatch::cli {

Result<std::string> baselinePath(const Context& context, const std::optional<std::string>& named)
{
    if (named) {
        if (named->empty()) {
            return failure(ErrorCode::Malformed, "--baseline needs the name of a file");
        }
        return *named;
    }
    if (!context.machine.baselinePath) {
        return failure(ErrorCode::NotFound, "this user's baseline");
    }
    return context.machine.baselinePath();
}

ExitCode failBaseline(const Context& context, const Error& error)
{
    if (error.code == ErrorCode::NotFound) {
        return context.fail(
            ExitCode::Usage,
            describe(error) + "; `quaywatch-cli baseline init` writes one from what listens now");
    }
    return context.fail(error);
}

PortRange ephemeralPorts(const Context& context)
{
    constexpr PortRange kDynamic{49152, 65535};
    return context.machine.bindRules().ephemeralPorts.value_or(kDynamic);
}

void writeEntryMembers(JsonWriter& json, const BaselineEntry& entry)
{
    const auto part = [&json](std::string_view name, const ExpectedText& text) {
        json.member(name, text.isAny ? std::string_view("any") : std::string_view(text.text));
    };
    json.member("line", entry.line).member("port", portsText(entry));
    json.member("protocol", entry.protocol ? token(*entry.protocol) : std::string_view("any"));
    json.member("address", std::string_view(addressText(entry.address)));
    json.key("programs").beginArray();
    if (entry.isAnyProgram) {
        json.value("any");
    } else {
        for (const std::string& program : entry.programs) {
            json.value(std::string_view(program));
        }
    }
    json.endArray();
    part("user", entry.user);
    part("unit", entry.unit);
    part("container", entry.container);
    json.key("until");
    if (entry.until) {
        json.value(std::string_view(untilText(*entry.until)));
    } else {
        json.null();
    }
    json.member("required", entry.isRequired).member("note", std::string_view(entry.note));
}

}  // namespace quaywatch::cli
