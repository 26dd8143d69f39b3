// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

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
std::vector<RegistryEntry> claimsOf(const RegistryRecords& file)
{
    std::vector<RegistryEntry> claims;
    for (const RegistryRecord& record : file.records) {
        if (const auto claim = readClaim(record)) {
            require(claim->protocols != 0 && claim->ports.first <= claim->ports.last);
            claims.push_back(*claim);
        }
    }
    return claims;
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
    const std::vector<RegistryEntry> claims = claimsOf(*file);
    if (const auto rows = mergeEntries(claims)) {
        const auto loaded = RegistryData::read("# date: 2026-08-17\n" + *rows);
        require(loaded.has_value());
        for (const RegistryEntry& claim : claims) {
            for (const Protocol protocol :
                 {Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp}) {
                if ((claim.protocols & protocolBit(protocol)) == 0) {
                    continue;
                }
                const Assignment found = (*loaded)->table().lookup(claim.ports.last, protocol);
                require(found.state != AssignmentState::Unlisted);
                require(claim.name.empty() || found.state == AssignmentState::Assigned);
            }
        }
    }
    return 0;
}
