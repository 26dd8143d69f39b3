// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_entry.h"
#include "core/registry/registry_import.h"
#include "core/registry/registry_merge.h"
#include "core/registry/registry_records.h"
#include "core/registry/registry_table.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace quaywatch;

void require(bool claim)
{
    if (!claim) {
        std::abort();
    }
}

/// The entries of a file whose every record is valid; invalid values are replaced, so that a fuzzer
/// gets past the first.
std::vector<RegistryEntry> entriesOf(const RegistryRecords& file)
{
    std::vector<RegistryEntry> entries;
    for (const RegistryRecord& record : file.records) {
        if (const auto entry = readRegistryEntry(record)) {
            require(entry->protocols != 0 && entry->ports.first <= entry->ports.last);
            entries.push_back(*entry);
        }
    }
    return entries;
}

}  // namespace

// Any XML or CSV is either refused or results in rows that our own reader accepts, and that contain
// for each listed port at least what one entry says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = readRegistryRecords(text);
    if (!file) {
        require(!file.error().context.empty());
        return 0;
    }
    const std::vector<RegistryEntry> entries = entriesOf(*file);
    if (const auto rows = mergeEntries(entries)) {
        const auto loaded = RegistryData::read("# date: 2026-08-17\n" + *rows);
        require(loaded.has_value());
        for (const RegistryEntry& entry : entries) {
            for (const Protocol protocol :
                 {Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp}) {
                if ((entry.protocols & protocolBit(protocol)) == 0) {
                    continue;
                }
                const Assignment found = (*loaded)->table().lookup(entry.ports.last, protocol);
                require(found.state != AssignmentState::Unlisted);
                require(entry.name.empty() || found.state == AssignmentState::Assigned);
            }
        }
    }
    return 0;
}
