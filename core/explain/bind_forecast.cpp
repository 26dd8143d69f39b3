// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_forecast.h"

#include "core/base/token_table.h"
#include "core/explain/bind_sentences.h"
#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, 3> kResults{"free", "in-use", "depends"};

struct Holder {
    const SocketRecord* socket = nullptr;
    std::optional<bool> isV6Only;
};

/// Listeners first: they stay, while connections come and go.
int rankOf(const SocketRecord& socket) noexcept
{
    if (socket.isListener()) {
        return 0;
    }
    if (socket.isBoundTcp()) {
        return 1;
    }
    return socket.state == SocketState::TimeWait ? 3 : 2;
}

/// What decides about a conflict. Of sockets that have it in common, one is enough.
auto placeOf(const Holder& holder)
{
    const SocketKey& key = holder.socket->key;
    return std::tuple(rankOf(*holder.socket), key.localAddress, key.boundDevice, holder.isV6Only);
}

std::vector<Holder> holdersOf(Protocol protocol, const std::vector<const SocketRecord*>& here)
{
    std::vector<Holder> holders;
    for (const SocketRecord* socket : here) {
        if (socket->key.protocol == protocol && holdsItsPort(*socket)) {
            holders.push_back({socket, effectiveV6Only(*socket)});
        }
    }
    std::stable_sort(holders.begin(), holders.end(),
                     [](const Holder& a, const Holder& b) { return placeOf(a) < placeOf(b); });
    holders.erase(
        std::unique(holders.begin(), holders.end(),
                    [](const Holder& a, const Holder& b) { return placeOf(a) == placeOf(b); }),
        holders.end());
    return holders;
}

MessageId messageOf(AddressUse use) noexcept
{
    switch (use) {
        case AddressUse::NotNow:
            return MessageId::AddressNotNow;
        case AddressUse::NeedsScope:
            return MessageId::AddressNeedsScope;
        case AddressUse::NoTcpThere:
            return MessageId::NoTcpOnMulticast;
        case AddressUse::Refused:
            return MessageId::AddressRefused;
        case AddressUse::NoFamily:
            return MessageId::NoIpv6Here;
        case AddressUse::Unknown:
            return MessageId::AddressNotAsked;
        case AddressUse::NotHere:
        case AddressUse::Usable:
            break;
    }
    return MessageId::AddressNotHere;
}

/// Decides about the addresses of one protocol and port.
class Forecaster {
public:
    Forecaster(Protocol protocol, const std::vector<const SocketRecord*>& here,
               const Snapshot& snapshot, const BindRules& rules)
        : m_protocol(protocol)
        , m_snapshot(snapshot)
        , m_rules(rules)
        , m_holders(holdersOf(protocol, here))
    {
    }

    [[nodiscard]] const std::vector<Holder>& holders() const noexcept { return m_holders; }

    void decide(BindForecast& row) const
    {
        const SocketRecord* unsure = nullptr;
        for (const Holder& holder : m_holders) {
            switch (conflictOf(row.target(), *holder.socket, holder.isV6Only)) {
                case BindConflict::Yes:
                    row.result = BindResult::InUse;
                    row.holder = holder.socket;
                    row.because = Message(MessageId::Sentences, holdingText(*holder.socket),
                                          optionsText(*holder.socket));
                    return;
                case BindConflict::UnlessV6Only:
                    unsure = unsure == nullptr ? holder.socket : unsure;
                    break;
                case BindConflict::No:
                    break;
            }
        }
        if (isUnusable(row)) {
            return;
        }
        if (unsure != nullptr) {
            row.result = BindResult::Depends;
            row.holder = unsure;
            row.because = sentence(Message(MessageId::HolderMayTakeIpv4, holdingText(*unsure)));
        } else {
            decideWithoutHolder(row);
        }
    }

private:
    [[nodiscard]] AddressUse useOf(const BindForecast& row) const
    {
        return m_rules.addressUse ? m_rules.addressUse(row.address, row.device, m_protocol)
                                  : AddressUse::Usable;
    }

    /// Decides the row if the kernel does not take the address, or could not be asked.
    [[nodiscard]] bool isUnusable(BindForecast& row) const
    {
        const AddressUse use = useOf(row);
        if (use == AddressUse::Usable) {
            return false;
        }
        row.result = use == AddressUse::Unknown ? BindResult::Depends : BindResult::InUse;
        row.because = sentence(Message(messageOf(use), placeText(row)));
        return true;
    }

    void decideWithoutHolder(BindForecast& row) const
    {
        if (const Gap* const gap = incompleteTable(m_snapshot)) {
            row.result = BindResult::Depends;
            row.because = sentence(Message(MessageId::Capitalized, gap->why));
        } else if (m_protocol == Protocol::Tcp && !m_snapshot.hasBoundTcp) {
            row.result = BindResult::Depends;
            row.because = sentence(Message(MessageId::BoundTcpMayHold));
        } else {
            row.because = sentence(Message(MessageId::NoSocketAtAddress));
        }
    }

    Protocol m_protocol;
    const Snapshot& m_snapshot;
    const BindRules& m_rules;
    std::vector<Holder> m_holders;
};

IpAddress mappedLoopback()
{
    return IpAddress::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1});
}

BindForecast undecided(const IpAddress& address, std::optional<bool> isV6Only = std::nullopt)
{
    BindForecast row;
    row.address = address;
    row.isV6Only = isV6Only;
    return row;
}

/// Adds each address of a holder that `rows` does not have.
void addAddresses(std::vector<BindForecast>& rows, const std::vector<Holder>& holders)
{
    const std::array<IpAddress, 5> usual{
        IpAddress::any(AddressFamily::Ipv4), IpAddress::any(AddressFamily::Ipv6),
        IpAddress::loopback(AddressFamily::Ipv4), IpAddress::loopback(AddressFamily::Ipv6),
        mappedLoopback()};
    std::vector<BindForecast> further;
    for (const Holder& holder : holders) {
        const IpAddress& address = holder.socket->key.localAddress;
        if (std::find(usual.begin(), usual.end(), address) != usual.end()) {
            continue;
        }
        BindForecast row = undecided(address);
        if (address.needsScope()) {
            row.device = holder.socket->key.boundDevice;
            row.interfaceName = holder.socket->interfaceName;
        }
        further.push_back(std::move(row));
    }
    const auto placeOfRow = [](const BindForecast& row) {
        return std::pair(row.address, row.device);
    };
    std::sort(further.begin(), further.end(), [&](const BindForecast& a, const BindForecast& b) {
        return placeOfRow(a) < placeOfRow(b);
    });
    const auto end = std::unique(further.begin(), further.end(),
                                 [&](const BindForecast& a, const BindForecast& b) {
                                     return placeOfRow(a) == placeOfRow(b);
                                 });
    std::move(further.begin(), end, std::back_inserter(rows));
}

}  // namespace

std::string_view token(BindResult result) noexcept
{
    return tokenIn(kResults, result);
}

std::string placeText(const BindForecast& row)
{
    std::string text = row.address.toString();
    if (row.address.family() == AddressFamily::Ipv6) {
        text = fmt::format("[{}]", text);
    }
    if (row.isV6Only) {
        text += *row.isV6Only ? " (IPV6_V6ONLY)" : " (dual-stack)";
    }
    if (row.interfaceName) {
        text += " on " + displayText(*row.interfaceName);
    }
    return text;
}

std::vector<BindForecast> forecastBind(Protocol protocol,
                                       const std::vector<const SocketRecord*>& here,
                                       const Snapshot& snapshot, const BindRules& rules)
{
    if (protocol != Protocol::Tcp && protocol != Protocol::Udp) {
        return {};
    }
    const Forecaster forecaster(protocol, here, snapshot, rules);
    std::vector<BindForecast> rows{undecided(IpAddress::any(AddressFamily::Ipv4)),
                                   undecided(IpAddress::loopback(AddressFamily::Ipv4))};
    addAddresses(rows, forecaster.holders());
    rows.push_back(undecided(IpAddress::any(AddressFamily::Ipv6), false));
    rows.push_back(undecided(IpAddress::any(AddressFamily::Ipv6), true));
    rows.push_back(undecided(IpAddress::loopback(AddressFamily::Ipv6)));
    rows.push_back(undecided(mappedLoopback()));
    for (BindForecast& row : rows) {
        forecaster.decide(row);
    }
    return rows;
}

BindForecast forecastBind(const BindTarget& target, Protocol protocol,
                          const std::vector<const SocketRecord*>& here, const Snapshot& snapshot,
                          const BindRules& rules)
{
    const bool isWildcard =
        target.address.family() == AddressFamily::Ipv6 && target.address.isUnspecified();
    BindForecast row =
        undecided(target.address, isWildcard ? std::optional(target.isV6Only) : std::nullopt);
    row.device = target.device;
    row.interfaceName = target.deviceName;
    if (target.isV6Only && target.address.isV4Mapped()) {
        row.result = BindResult::InUse;
        row.because = sentence(Message(MessageId::MappedNeedsDualStack, placeText(row)));
    } else {
        Forecaster(protocol, here, snapshot, rules).decide(row);
    }
    return row;
}

}  // namespace quaywatch
