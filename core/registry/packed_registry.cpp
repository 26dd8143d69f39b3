// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/packed_registry.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

namespace quaywatch {
namespace {

constexpr unsigned kTcp = protocolBit(Protocol::Tcp);
constexpr unsigned kUdp = protocolBit(Protocol::Udp);
constexpr unsigned kSctp = protocolBit(Protocol::Sctp);
constexpr unsigned kDccp = protocolBit(Protocol::Dccp);

struct Place {
    Port first;
    Port last;
    unsigned protocols;
    AssignmentState state;
};

struct TextSizes {
    std::size_t names;
    std::size_t description;
};

// The build generates the .inc files: installers/cmake/EmbedRegistry.cmake.
constexpr auto kPortPlaces = std::to_array<Place>({
#include "ports_places.inc"
});
constexpr auto kPortSizes = std::to_array<TextSizes>({
#include "ports_sizes.inc"
});
constexpr std::string_view kPortText =
#include "ports_text.inc"
    ;
constexpr std::string_view kPortsDate =
#include "ports_date.inc"
    ;
constexpr auto kUsePlaces = std::to_array<Place>({
#include "often_used_places.inc"
});
constexpr auto kUseSizes = std::to_array<TextSizes>({
#include "often_used_sizes.inc"
});
constexpr std::string_view kUseText =
#include "often_used_text.inc"
    ;

/// Computes the offsets from the sizes.
template <std::size_t N>
[[nodiscard]] constexpr std::array<PackedRow, N> pack(const std::array<Place, N>& places,
                                                      const std::array<TextSizes, N>& sizes)
{
    std::array<PackedRow, N> rows{};
    std::size_t offset = 0;
    std::transform(places.begin(), places.end(), sizes.begin(), rows.begin(),
                   [&offset](const Place& place, const TextSizes& size) {
                       PackedRow row;
                       row.textOffset = static_cast<std::uint32_t>(offset);
                       row.descriptionSize = static_cast<std::uint16_t>(size.description);
                       row.first = place.first;
                       row.last = place.last;
                       row.namesSize = static_cast<std::uint8_t>(size.names);
                       row.protocols = static_cast<std::uint8_t>(place.protocols & 0xFU);
                       row.state =
                           static_cast<std::uint8_t>(static_cast<unsigned>(place.state) & 0xFU);
                       offset += size.names + size.description;
                       return row;
                   });
    return rows;
}

template <std::size_t N>
[[nodiscard]] constexpr bool textsFit(const std::array<TextSizes, N>& sizes)
{
    return std::all_of(sizes.begin(), sizes.end(), [](const TextSizes& size) {
        return size.names <= std::numeric_limits<std::uint8_t>::max() &&
               size.description <= std::numeric_limits<std::uint16_t>::max();
    });
}

/// Whether the rows have the order that find() requires.
template <std::size_t N>
[[nodiscard]] constexpr bool isInOrder(const std::array<Place, N>& places)
{
    const Place* before = nullptr;
    unsigned taken = 0;
    for (const Place& place : places) {
        const bool samePorts =
            before != nullptr && place.first == before->first && place.last == before->last;
        const bool isBehind = before == nullptr || before->last < place.first;
        taken = samePorts ? taken : 0;
        if ((!samePorts && !isBehind) || place.last < place.first || place.protocols == 0 ||
            (place.protocols & taken) != 0) {
            return false;
        }
        taken |= place.protocols;
        before = &place;
    }
    return true;
}

static_assert(textsFit(kPortSizes) && textsFit(kUseSizes), "a name or description is too long");
static_assert(isInOrder(kPortPlaces), "ports.tsv is out of order or names a port twice");
static_assert(isInOrder(kUsePlaces), "often_used_by.tsv is out of order or names a port twice");

constexpr auto kPortRows = pack(kPortPlaces, kPortSizes);
constexpr auto kUseRows = pack(kUsePlaces, kUseSizes);
static_assert(sizeof(PackedRow) == 12);

/// The first row whose ports are all above `port`.
auto firstBehind(std::span<const PackedRow> rows, Port port) noexcept
{
    return std::upper_bound(
        rows.begin(), rows.end(), port,
        [](Port wanted, const PackedRow& row) noexcept { return wanted < row.first; });
}

}  // namespace

const PackedRow* PackedTable::find(Port port, Protocol protocol) const noexcept
{
    const auto behind = firstBehind(rows, port);
    for (auto row = behind; row != rows.begin();) {
        --row;
        if (row->last < port) {
            break;
        }
        if ((row->protocols & protocolBit(protocol)) != 0) {
            return &*row;
        }
    }
    return nullptr;
}

Port PackedTable::endOfUniformRange(Port port) const noexcept
{
    const auto behind = firstBehind(rows, port);
    if (behind != rows.begin() && std::prev(behind)->last >= port) {
        return std::prev(behind)->last;
    }
    return behind != rows.end() ? static_cast<Port>(behind->first - 1)
                                : std::numeric_limits<Port>::max();
}

Assignment PackedTable::lookup(Port port, Protocol protocol) const noexcept
{
    Assignment assignment;
    assignment.portClass = portClassOf(port);
    if (const PackedRow* row = find(port, protocol)) {
        assignment.state = static_cast<AssignmentState>(row->state);
        assignment.names = ServiceNames(names(*row));
        assignment.description = description(*row);
    }
    return assignment;
}

PackedTable packedAssignments() noexcept
{
    return {kPortRows, kPortText};
}

std::string_view packedAssignmentsDate() noexcept
{
    return kPortsDate;
}

PackedTable packedCommonUses() noexcept
{
    return {kUseRows, kUseText};
}

}  // namespace quaywatch
