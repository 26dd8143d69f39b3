// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_import.h"

#include "core/message/message_list.h"
#include "core/registry/registry_entry.h"
#include "core/registry/registry_merge.h"
#include "core/registry/registry_table.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace quaywatch {
namespace {

/// IANA withdraws one or two of its twelve thousand services a year, and since 1990 has assigned
/// less than a tenth of the ports that were free.
constexpr std::size_t kMaxLostPercent = 5;
constexpr std::size_t kMaxOriginBytes = 500;

struct KnownService {
    Port port;
    std::string_view name;
};
constexpr auto kKnownServices =
    std::to_array<KnownService>({{22, "ssh"}, {80, "http"}, {443, "https"}});

std::string dateOf(std::chrono::system_clock::time_point time)
{
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Result<void> checkDate(const std::string& date, const ImportTerms& terms)
{
    if (!isRegistryDate(date)) {
        return failure(ErrorCode::Malformed, Message(MessageId::RegistryWithoutDate));
    }
    if (date < terms.active.date) {
        return failure(ErrorCode::Malformed,
                       Message(MessageId::RegistryOlder, date, terms.active.date));
    }
    // IANA's day can begin before the local one. A machine's clock can be years behind.
    const std::string tomorrow = dateOf(terms.now + std::chrono::days(1));
    if (date > std::max<std::string_view>(tomorrow, terms.active.date)) {
        return failure(ErrorCode::Malformed, Message(MessageId::RegistryOfFuture, date));
    }
    return {};
}

Result<void> checkKnownServices(const PackedTable& table)
{
    for (const KnownService& known : kKnownServices) {
        const ServiceNames names = table.lookup(known.port, Protocol::Tcp).names;
        if (std::find(names.begin(), names.end(), known.name) == names.end()) {
            return failure(ErrorCode::Malformed,
                           Message(MessageId::KnownServiceMissing, known.port, known.name));
        }
    }
    return {};
}

/// Number of ports and protocols that have the state in the table.
std::size_t countOf(const PackedTable& table, AssignmentState state, Port lastPort)
{
    std::size_t count = 0;
    for (const PackedRow& row : table.rows) {
        if (row.first <= lastPort && row.state == static_cast<unsigned>(state)) {
            const std::size_t ports = std::min(row.last, lastPort) - row.first + 1U;
            count += ports * static_cast<std::size_t>(std::popcount(unsigned{row.protocols}));
        }
    }
    return count;
}

/// How many of those have another state in the other table.
std::size_t lostOf(const RegistryDifference& difference, AssignmentState state, Port lastPort)
{
    std::size_t count = 0;
    for (const RegistryChange& change : difference.changes) {
        if (change.ports.last <= lastPort && change.before.state == state &&
            change.after.state != state) {
            const std::size_t ports = change.ports.last - change.ports.first + 1U;
            count += ports * static_cast<std::size_t>(std::popcount(change.protocols));
        }
    }
    return count;
}

/// Refuses a file that lost a part of its rows, or that assigns many unassigned ports, which could
/// hide programs that use them.
Result<void> checkPlausible(const PackedTable& before, const RegistryDifference& difference)
{
    constexpr Port kLastWellKnown = kFirstRegisteredPort - 1;
    constexpr Port kLast = 65'535;
    const std::size_t services = countOf(before, AssignmentState::Assigned, kLast);
    const std::size_t gone = lostOf(difference, AssignmentState::Assigned, kLast);
    if (gone * 100 > services * kMaxLostPercent) {
        return failure(ErrorCode::Malformed, Message(MessageId::ServicesMissing, services, gone));
    }
    const std::size_t vacant = countOf(before, AssignmentState::Unassigned, kLastWellKnown);
    const std::size_t taken = lostOf(difference, AssignmentState::Unassigned, kLastWellKnown);
    if (taken * 100 > vacant * kMaxLostPercent) {
        return failure(ErrorCode::Malformed,
                       Message(MessageId::UnassignedPortsTaken, vacant, taken));
    }
    return {};
}

Result<std::string> tableOf(const RegistryRecords& file, const ImportTerms& terms)
{
    std::vector<RegistryEntry> entries;
    for (const RegistryRecord& record : file.records) {
        if (record.number.empty()) {
            continue;  // A service name without a port.
        }
        Result<RegistryEntry> entry = readRegistryEntry(record);
        if (!entry) {
            return tl::unexpected<Error>(entry.error());
        }
        entries.push_back(*std::move(entry));
    }
    return mergeEntries(entries).map([&](const std::string& rows) {
        std::string from = displayText(terms.from, kMaxOriginBytes);
        if (from.empty()) {
            from = "-";
        }
        return fmt::format(
            "# IANA Service Name and Transport Protocol Port Number Registry, {0}, CC0-1.0,\n"
            "# imported by Quaywatch, which goes by it unless its own is newer.\n"
            "# date: {0}\n# imported: {1} {2}\n# ports\tprotocols\tstate\tnames\tdescription\n{3}",
            file.date, dateOf(terms.now), from, rows);
    });
}

}  // namespace

Result<ImportedRegistry> importRegistry(std::string_view bytes, const ImportTerms& terms)
{
    const auto refused = [](const auto& result) { return tl::unexpected<Error>(result.error()); };
    const Result<RegistryRecords> file = readRegistryRecords(bytes);
    if (!file) {
        return refused(file);
    }
    if (const Result<void> dated = checkDate(file->date, terms); !dated) {
        return refused(dated);
    }
    Result<std::string> text = tableOf(*file, terms);
    if (!text) {
        return refused(text);
    }
    // The table is parsed before it is activated, by the function that reads it at the next start.
    Result<LoadedRegistryPtr> loaded = RegistryData::read(*text);
    if (!loaded) {
        return refused(loaded);
    }
    const PackedTable table = (*loaded)->table();
    if (const Result<void> known = checkKnownServices(table); !known) {
        return refused(known);
    }
    RegistryDifference difference = differenceOf(terms.active.table, table);
    if (const Result<void> plausible = checkPlausible(terms.active.table, difference); !plausible) {
        return refused(plausible);
    }
    return ImportedRegistry{*std::move(loaded), *std::move(text), std::move(difference),
                            file->isDateOfRecords};
}

}  // namespace quaywatch
