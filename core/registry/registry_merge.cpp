// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_merge.h"

#include "core/message/message_list.h"
#include "core/registry/packed_registry.h"
#include "core/registry/registry_difference.h"
#include "core/registry/registry_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <tuple>

namespace quaywatch {
namespace {

/// IANA has up to fourteen on one port. The limit also bounds the work for overlapping ranges.
constexpr std::size_t kMaxEntriesOfAPort = 64;

using Entries = std::vector<const RegistryEntry*>;

/// The result of all entries for a port and one protocol.
struct Fact {
    AssignmentState state = AssignmentState::Unlisted;
    std::string names;
    std::string description;

    friend bool operator==(const Fact&, const Fact&) = default;
};
using Facts = std::array<Fact, kRegistryProtocols.size()>;

/// Appends a part unless the whole already contains it.
void addPart(std::string& whole, std::string_view part, std::string_view separator)
{
    const std::string ends(separator);
    const bool isThere =
        (ends + whole + ends).find(ends + std::string(part) + ends) != std::string::npos;
    if (part.empty() || (isThere && !whole.empty())) {
        return;
    }
    if (!whole.empty()) {
        whole += separator;
    }
    whole += part;
}

Fact factOf(const Entries& entries, Protocol protocol)
{
    Fact fact;
    const RegistryEntry* best = nullptr;
    const auto weight = [](const RegistryEntry& entry) {
        return std::tuple(entry.rank, entry.ports.last - entry.ports.first);
    };
    for (const RegistryEntry* entry : entries) {
        if ((entry->protocols & protocolBit(protocol)) == 0) {
            continue;
        }
        if (best == nullptr || weight(*entry) < weight(*best)) {
            best = entry;
        }
        if (!entry->name.empty()) {
            addPart(fact.names, entry->name, " ");
            addPart(fact.description, entry->description, "; ");
        }
    }
    if (best != nullptr) {
        fact.state = best->state;
        if (fact.names.empty()) {
            fact.description = best->description;
        }
    }
    return fact;
}

void appendRows(std::string& out, PortRange ports, const Facts& facts)
{
    std::array<bool, kRegistryProtocols.size()> isReported{};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (isReported[i] || facts[i].state == AssignmentState::Unlisted) {
            continue;
        }
        out += rangeText(ports);
        char separator = '\t';
        for (std::size_t j = i; j < facts.size(); ++j) {
            if (facts[j] == facts[i]) {
                isReported[j] = true;
                (out += separator).append(token(kRegistryProtocols[j]));
                separator = ',';
            }
        }
        out.append("\t").append(token(facts[i].state)).append("\t").append(facts[i].names);
        out.append("\t").append(facts[i].description).append("\n");
    }
}

/// The ports at which a range with the same entries can begin, in ascending order.
std::vector<std::uint32_t> bordersOf(const std::vector<RegistryEntry>& entries)
{
    std::vector<std::uint32_t> borders;
    for (const RegistryEntry& entry : entries) {
        borders.push_back(entry.ports.first);
        borders.push_back(entry.ports.last + 1U);
    }
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    return borders;
}

/// Joins adjacent ranges with the same facts into one row.
class RowWriter {
public:
    void add(PortRange ports, Facts facts)
    {
        if (m_isBegun && m_ports.last + 1 == ports.first && m_facts == facts) {
            m_ports.last = ports.last;
            return;
        }
        flush();
        m_ports = ports;
        m_facts = std::move(facts);
        m_isBegun = true;
    }
    [[nodiscard]] std::string finish()
    {
        flush();
        return std::move(m_text);
    }

private:
    void flush()
    {
        if (m_isBegun) {
            appendRows(m_text, m_ports, m_facts);
        }
    }

    std::string m_text;
    PortRange m_ports;
    Facts m_facts;
    bool m_isBegun = false;
};

tl::unexpected<Error> crowded(MessageId why, Port port)
{
    return failure(ErrorCode::Malformed, Message(why, port));
}

}  // namespace

Result<std::string> mergeEntries(const std::vector<RegistryEntry>& entries)
{
    Entries sorted;
    for (const RegistryEntry& entry : entries) {
        sorted.push_back(&entry);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const RegistryEntry* a, const RegistryEntry* b) {
                         return a->ports.first < b->ports.first;
                     });
    const std::vector<std::uint32_t> borders = bordersOf(entries);
    RowWriter rows;
    Entries active;
    auto next = sorted.begin();
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const PortRange ports{static_cast<Port>(borders[i]), static_cast<Port>(borders[i + 1] - 1)};
        std::erase_if(active,
                      [&](const RegistryEntry* each) { return each->ports.last < ports.first; });
        for (; next != sorted.end() && (*next)->ports.first == ports.first; ++next) {
            active.push_back(*next);
        }
        if (active.size() > kMaxEntriesOfAPort) {
            return crowded(MessageId::TooManyRecordsOfPort, ports.first);
        }
        // The pointers point into one vector, so this is the order of the file.
        std::sort(active.begin(), active.end());
        Facts facts;
        std::transform(kRegistryProtocols.begin(), kRegistryProtocols.end(), facts.begin(),
                       [&active](Protocol protocol) { return factOf(active, protocol); });
        if (std::any_of(facts.begin(), facts.end(),
                        [](const Fact& fact) { return fact.names.size() > kMaxRegistryNames; })) {
            return crowded(MessageId::TooManyNamesOfPort, ports.first);
        }
        rows.add(ports, std::move(facts));
    }
    return rows.finish();
}

}  // namespace quaywatch
