// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Files as IANA publishes them, generated from the built-in registry: large enough to be accepted,
/// and not stored in this repository.

#pragma once

#include "core/registry/registry_import.h"

#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace quaywatch::test {

/// Makes the built-in registry active again when a test ends.
class BuiltInRegistryAfterwards {
public:
    BuiltInRegistryAfterwards() = default;
    BuiltInRegistryAfterwards(const BuiltInRegistryAfterwards&) = delete;
    BuiltInRegistryAfterwards& operator=(const BuiltInRegistryAfterwards&) = delete;
    ~BuiltInRegistryAfterwards() { registry::activate(nullptr); }
};

/// Midnight of a day in 2026, in UTC.
inline std::chrono::system_clock::time_point in2026(unsigned month, unsigned day)
{
    using namespace std::chrono;
    return sys_days(year_month_day(year(2026), std::chrono::month(month), std::chrono::day(day)));
}

inline std::string xmlText(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '<':
                escaped += "&lt;";
                break;
            case '&':
                escaped += "&amp;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

/// A record of the XML; an empty name or protocol is omitted.
inline std::string xmlRecord(std::string_view number, std::string_view protocol,
                             std::string_view name, std::string_view description)
{
    std::string record = "<record>";
    const auto add = [&record](const std::string& element, std::string_view text) {
        if (!text.empty()) {
            record += "<" + element + ">" + xmlText(text) + "</" + element + ">";
        }
    };
    add("name", name);
    add("protocol", protocol);
    add("description", description);
    add("number", number);
    return record + "</record>\n";
}

/// IANA's wording for the state of a port without a name.
inline std::string wordsFor(AssignmentState state)
{
    switch (state) {
        case AssignmentState::Unassigned:
            return "Unassigned";
        case AssignmentState::Reserved:
            return "Reserved";
        case AssignmentState::Deassigned:
            return "Removed";
        default:
            return "any private service";
    }
}

/// Calls with (number, protocol, name, description) for each record that yields the table.
template <class Visitor>
void visitRecords(const PackedTable& table, Visitor visit)
{
    for (const PackedRow& row : table.rows) {
        const std::string number = row.first == row.last
                                       ? std::to_string(row.first)
                                       : std::to_string(row.first) + "-" + std::to_string(row.last);
        for (const Protocol protocol :
             {Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp}) {
            if ((row.protocols & protocolBit(protocol)) == 0) {
                continue;
            }
            const ServiceNames names(table.names(row));
            if (names.empty()) {
                visit(number, token(protocol), std::string_view{},
                      wordsFor(static_cast<AssignmentState>(row.state)));
            }
            for (const std::string_view name : names) {
                visit(number, token(protocol), name, std::string(table.description(row)));
            }
        }
    }
}

/// The XML of a day with these additional records.
inline std::string registryXml(const std::string& date, const std::string& moreRecords = {},
                               const PackedTable& table = packedAssignments())
{
    std::string xml =
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<registry xmlns=\"http://www.iana.org/assignments\" "
        "id=\"service-names-port-numbers\">\n<updated>" +
        date + "</updated>\n";
    visitRecords(table, [&xml](std::string_view number, std::string_view protocol,
                               std::string_view name, const std::string& description) {
        xml += xmlRecord(number, protocol, name, description);
    });
    return xml + moreRecords + "</registry>\n";
}

inline constexpr std::string_view kCsvHead =
    "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,"
    "Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes\r\n";

/// The CSV; its newest record has that date.
inline std::string registryCsv(const std::string& date)
{
    std::string csv(kCsvHead);
    visitRecords(packedAssignments(), [&](std::string_view number, std::string_view protocol,
                                          std::string_view name, const std::string& description) {
        std::string quoted;
        for (const char c : description) {
            quoted += c == '"' ? "\"\"" : std::string(1, c);
        }
        csv.append(name).append(",").append(number).append(",").append(protocol);
        csv += ",\"" + quoted + "\",,,,2001-02,,,,\r\n";
    });
    return csv + ",,,,,,," + date + ",,,,\r\n";
}

/// The XML with port 931 assigned to a service, which makes it a newer registry.
inline std::string newerRegistryXml()
{
    return registryXml("2026-09-01", xmlRecord("931", "tcp", "quay", "Quay <1> & more"));
}

/// A file that can be imported in a test without further preparation.
inline Result<ImportedRegistry> imported(std::string_view bytes)
{
    return importRegistry(bytes, {"/tmp/registry.xml", in2026(11, 23), registry::active()});
}

}  // namespace quaywatch::test
