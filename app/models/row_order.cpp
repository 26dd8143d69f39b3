// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/row_order.h"

#include "app/text/socket_text.h"
#include "core/registry/service_registry.h"
#include "core/sockets/socket_user.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <tuple>

namespace quaywatch {
namespace {

constexpr std::uint8_t kMissing = 255;

// A row's value in a column, read once so that a sort does not read it again at each comparison.
// Texts store their first bytes in `major`.
struct SortValue {
    std::uint8_t rank = 0;
    std::uint64_t major = 0;
    std::uint64_t minor = 0;
    std::string_view text;
};

struct SortItem {
    SortValue value;
    RowRef row;
};

unsigned char lower(char c) noexcept
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

SortValue numberValue(std::uint64_t number) noexcept
{
    return {0, number, 0, {}};
}

template <class T>
SortValue numberValue(const std::optional<T>& number) noexcept
{
    return number ? numberValue(std::uint64_t{*number}) : SortValue{kMissing, 0, 0, {}};
}

SortValue textValue(std::string_view text) noexcept
{
    if (text.empty()) {
        return {kMissing, 0, 0, {}};
    }
    SortValue value{0, 0, 0, text};
    for (std::size_t i = 0; i < 8; ++i) {
        value.major = value.major << 8U | (i < text.size() ? lower(text[i]) : 0U);
    }
    return value;
}

SortValue addressValue(const IpAddress& address) noexcept
{
    const IpAddress plain = address.unmapped();
    SortValue value;
    value.rank = plain.family() == AddressFamily::Ipv4 ? 0 : 1;
    std::size_t position = 0;
    for (const std::uint8_t byte : plain.bytes()) {
        std::uint64_t& half = position < 8 ? value.major : value.minor;
        half = half << 8U | byte;
        ++position;
    }
    return value;
}

SortValue userValue(const SocketRecord& socket) noexcept
{
    const SocketUser user = processUserOf(socket);
    if (!user.name.empty()) {
        return textValue(user.name);
    }
    SortValue value = numberValue(user.uid);
    value.rank = std::max<std::uint8_t>(value.rank, 1);
    return value;
}

SortValue verdictValue(const Assessment& assessment) noexcept
{
    constexpr auto kMaxSevere = static_cast<std::uint64_t>(Severity::High);
    const auto severity = static_cast<std::uint64_t>(assessment.severity.value_or(Severity::Info));
    constexpr std::array<std::uint64_t, 4> kRankOfVerdict{3, 0, 2, 1};
    return {0,
            kRankOfVerdict.at(static_cast<std::size_t>(assessment.verdict)),
            kMaxSevere - severity,
            {}};
}

/// @param isLatestFirst  As for a duration until now: the latest time is the shortest one.
SortValue timeValue(const std::optional<std::chrono::system_clock::time_point>& time,
                    bool isLatestFirst) noexcept
{
    if (!time || time->time_since_epoch().count() == 0) {
        return {kMissing, 0, 0, {}};
    }
    const auto count = static_cast<std::uint64_t>(time->time_since_epoch().count());
    return numberValue(isLatestFirst ? ~count : count);
}

SortValue ownerValue(const SocketRecord& socket, Column column) noexcept
{
    const ProcessInfo* owner = leadOwner(socket);
    switch (column) {
        case Column::Process:
            return textValue(owner != nullptr ? std::string_view(owner->name) : std::string_view());
        case Column::Pid:
            return numberValue(owner != nullptr ? std::optional(owner->id.pid) : std::nullopt);
        default:
            return timeValue(owner != nullptr ? owner->startedAt : std::nullopt,
                             /*isLatestFirst=*/false);
    }
}

template <class Enum>
SortValue enumValue(Enum value) noexcept
{
    return numberValue(static_cast<std::uint64_t>(value));
}

SortValue remoteValue(const SocketRecord& socket, Column column) noexcept
{
    if (!socket.hasRemote()) {
        return {kMissing, 0, 0, {}};
    }
    return column == Column::RemotePort ? numberValue(socket.key.remotePort)
                                        : addressValue(socket.key.remoteAddress);
}

SortValue valueOf(const SocketRecord& socket, Column column) noexcept
{
    switch (column) {
        case Column::LocalPort:
        case Column::Connections:
        case Column::Activity:
            return numberValue(socket.key.localPort);
        case Column::Protocol:
            return {0,
                    static_cast<std::uint64_t>(socket.key.protocol),
                    static_cast<std::uint64_t>(socket.key.localAddress.family()),
                    {}};
        case Column::Service:
            return textValue(serviceNameOf(socket));
        case Column::Process:
        case Column::Pid:
        case Column::ProcessStart:
            return ownerValue(socket, column);
        case Column::User:
            return userValue(socket);
        case Column::LocalAddress:
            return addressValue(socket.key.localAddress);
        case Column::RemoteAddress:
        case Column::RemotePort:
            return remoteValue(socket, column);
        case Column::State:
            return enumValue(socket.state);
        case Column::Exposure:
            return socket.exposure ? enumValue(*socket.exposure) : SortValue{kMissing, 0, 0, {}};
        case Column::Assignment:
            return enumValue(registry::lookup(socket.key.localPort, socket.key.protocol).state);
        case Column::Verdict:
            return verdictValue(socket.assessment);
        case Column::Place:
            return textValue(placeOf(socket));
        case Column::Received:
            return numberValue(socket.bytesReceived);
        case Column::Sent:
            return numberValue(socket.bytesSent);
        case Column::ReceiveQueue:
            return numberValue(socket.receiveQueue);
        case Column::SendQueue:
            return numberValue(socket.sendQueue);
        case Column::SeenFor:
        case Column::FirstSeen:
            return timeValue(socket.seenSince, /*isLatestFirst=*/column == Column::SeenFor);
        case Column::Ident:
            return userValue(socket);
    }
    return {};
}

int compareTexts(std::string_view a, std::string_view b) noexcept
{
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (lower(a[i]) != lower(b[i])) {
            return lower(a[i]) < lower(b[i]) ? -1 : 1;
        }
    }
    return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

int compareValues(const SortValue& a, const SortValue& b, Qt::SortOrder order) noexcept
{
    if ((a.rank == kMissing) != (b.rank == kMissing)) {
        return a.rank == kMissing ? 1 : -1;
    }
    const auto left = std::tie(a.rank, a.major, a.minor);
    const auto right = std::tie(b.rank, b.major, b.minor);
    const int ascending = left != right ? (left < right ? -1 : 1) : compareTexts(a.text, b.text);
    return order == Qt::AscendingOrder ? ascending : -ascending;
}

}  // namespace

int compareByColumn(const SocketRecord& a, const SocketRecord& b, Column column,
                    Qt::SortOrder order)
{
    return compareValues(valueOf(a, column), valueOf(b, column), order);
}

bool comesBefore(const SocketRecord& a, const SocketRecord& b, Column column, Qt::SortOrder order)
{
    const int byColumn = compareByColumn(a, b, column, order);
    return byColumn != 0 ? byColumn < 0 : a.key < b.key;
}

std::vector<std::uint32_t> orderOf(const std::vector<RowRef>& rows, const RowSpec& spec)
{
    std::vector<SortItem> items;
    items.reserve(rows.size());
    for (const RowRef& row : rows) {
        if (spec.filter.isEmpty() || spec.filter.matches(*row.record)) {
            items.push_back({valueOf(*row.record, spec.column), row});
        }
    }
    std::sort(items.begin(), items.end(), [&spec](const SortItem& a, const SortItem& b) {
        const int byColumn = compareValues(a.value, b.value, spec.order);
        return byColumn != 0 ? byColumn < 0 : a.row.record->key < b.row.record->key;
    });
    std::vector<std::uint32_t> order;
    order.reserve(items.size());
    for (const SortItem& item : items) {
        order.push_back(item.row.slot);
    }
    return order;
}

bool isCounter(Column column) noexcept
{
    return column == Column::Received || column == Column::Sent || column == Column::ReceiveQueue ||
           column == Column::SendQueue;
}

}  // namespace quaywatch
