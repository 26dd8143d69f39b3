// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/packed_registry.h"

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

// The build makes the .inc files: installers/cmake/EmbedRegistry.cmake.
constexpr Place kPortPlaces[] = {
#include "ports_places.inc"
};
constexpr TextSizes kPortSizes[] = {
#include "ports_sizes.inc"
};
constexpr char kPortText[] =
#include "ports_text.inc"
    ;
constexpr char kPortsDate[] =
#include "ports_date.inc"
    ;
constexpr Place kUsePlaces[] = {
#include "often_used_places.inc"
};
constexpr TextSizes kUseSizes[] = {
#include "often_used_sizes.inc"
};
constexpr char kUseText[] =
#include "often_used_text.inc"
    ;

/// Counts the offsets up.
template <std::size_t N>
[[nodiscard]] constexpr std::array<PackedRow, N> pack(const Place (&places)[N],
                                                      const TextSizes (&sizes)[N])
{
    std::array<PackedRow, N> rows{};
    std::size_t offset = 0;
    for (std::size_t i = 0; i < N; ++i) {
        rows[i].textOffset = static_cast<std::uint32_t>(offset);
        rows[i].descriptionSize = static_cast<std::uint16_t>(sizes[i].description);
        rows[i].first = places[i].first;
        rows[i].last = places[i].last;
        rows[i].namesSize = static_cast<std::uint8_t>(sizes[i].names);
        rows[i].protocols = static_cast<std::uint8_t>(places[i].protocols & 0xFU);
        rows[i].state = static_cast<std::uint8_t>(static_cast<unsigned>(places[i].state) & 0xFU);
        offset += sizes[i].names + sizes[i].description;
    }
    return rows;
}

template <std::size_t N>
[[nodiscard]] constexpr bool textsFit(const TextSizes (&sizes)[N])
{
    return std::all_of(std::begin(sizes), std::end(sizes), [](const TextSizes& size) {
        return size.names <= std::numeric_limits<std::uint8_t>::max() &&
               size.description <= std::numeric_limits<std::uint16_t>::max();
    });
}

/// What find() relies on.
template <std::size_t N>
[[nodiscard]] constexpr bool isInOrder(const Place (&places)[N])
{
    unsigned taken = 0;
    for (std::size_t i = 0; i < N; ++i) {
        const bool samePorts =
            i > 0 && places[i].first == places[i - 1].first && places[i].last == places[i - 1].last;
        const bool behind = i == 0 || places[i].first > places[i - 1].last;
        taken = samePorts ? taken : 0;
        if ((!samePorts && !behind) || places[i].first > places[i].last ||
            places[i].protocols == 0 || (places[i].protocols & taken) != 0) {
            return false;
        }
        taken |= places[i].protocols;
    }
    return true;
}

static_assert(textsFit(kPortSizes) && textsFit(kUseSizes), "a name or description is too long");
static_assert(isInOrder(kPortPlaces), "ports.tsv is out of order or names a port twice");
static_assert(isInOrder(kUsePlaces), "often_used_by.tsv is out of order or names a port twice");

constexpr auto kPortRows = pack(kPortPlaces, kPortSizes);
constexpr auto kUseRows = pack(kUsePlaces, kUseSizes);
static_assert(sizeof(PackedRow) == 12);

}  // namespace

const PackedRow* PackedTable::find(Port port, Protocol protocol) const noexcept
{
    const auto behind = std::upper_bound(
        rows.begin(), rows.end(), port,
        [](Port wanted, const PackedRow& row) noexcept { return wanted < row.first; });
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

PackedTable packedAssignments() noexcept
{
    return {kPortRows, {kPortText, sizeof(kPortText) - 1}};
}

std::string_view packedAssignmentsDate() noexcept
{
    return kPortsDate;
}

PackedTable packedCommonUses() noexcept
{
    return {kUseRows, {kUseText, sizeof(kUseText) - 1}};
}

}  // namespace quaywatch
