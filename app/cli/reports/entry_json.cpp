// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/entry_json.h"

#include "core/baseline/baseline_text.h"
#include "core/baseline/drift.h"
#include "core/baseline/rpc_entry.h"

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch::cli {

void writeEntryMembers(JsonWriter& json, const BaselineEntry& entry)
{
    const auto part = [&json](std::string_view name, const ExpectedText& text) {
        json.member(name, text.isAny ? std::string_view("any") : std::string_view(text.text));
    };
    json.member("line", entry.line);
    const auto rpc = entry.rpcProgram ? std::optional(rpcText(*entry.rpcProgram)) : std::nullopt;
    json.member("port", rpc ? std::nullopt : std::optional(portsText(entry))).member("rpc", rpc);
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
    const bool isOneUser = entry.user.isAny || entry.otherUsers.empty();
    if (isOneUser) {
        part("user", entry.user);
    } else {
        json.key("user").null();
    }
    json.key("users").beginArray();
    json.value(entry.user.isAny ? std::string_view("any") : std::string_view(entry.user.text));
    for (std::size_t i = 0; !isOneUser && i < entry.otherUsers.size(); ++i) {
        json.value(std::string_view(entry.otherUsers[i]));
    }
    json.endArray();
    part("unit", entry.unit);
    json.member("unit_manager", entry.unitManager
                                    ? std::optional<std::string>(token(*entry.unitManager))
                                    : std::nullopt);
    part("container", entry.container);
    json.key("until");
    if (entry.until) {
        json.value(std::string_view(untilText(*entry.until)));
    } else {
        json.null();
    }
    json.member("required", entry.isRequired).member("fixed", entry.isFixed);
    json.member("file", entry.systemFile ? std::optional(*entry.systemFile) : std::nullopt);
    json.member("note", std::string_view(entry.note));
}

}  // namespace quaywatch::cli
