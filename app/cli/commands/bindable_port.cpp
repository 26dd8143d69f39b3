// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/bindable_port.h"

#include "core/text/display_text.h"

#include <algorithm>
#include <utility>

namespace quaywatch::cli {

Result<BindablePort> BindablePort::parse(const PortTarget& port, std::string_view address,
                                         BindRules rules)
{
    BindablePort bindable;
    bindable.m_port = port;
    bindable.m_rules = std::move(rules);
    const bool isV6Only = bindable.m_rules.areV6SocketsV6OnlyByDefault.value_or(false);
    if (address.empty()) {
        const IpAddress v6 = IpAddress::any(AddressFamily::Ipv6);
        bindable.m_targets.push_back({});
        if (!bindable.m_rules.addressUse ||
            bindable.m_rules.addressUse(v6, Protocol::Tcp) != AddressUse::NoFamily) {
            bindable.m_targets.push_back({v6, isV6Only});
        }
        return bindable;
    }
    const bool hasBrackets = address.size() > 2 && address.front() == '[' && address.back() == ']';
    const auto parsed =
        IpAddress::parse(hasBrackets ? address.substr(1, address.size() - 2) : address);
    if (!parsed) {
        return failure(ErrorCode::Malformed, "'" + displayText(address, 64) +
                                                 "' is not an address: write one such as "
                                                 "127.0.0.1 or ::1");
    }
    bindable.m_targets.push_back({*parsed, isV6Only, parsed->scopeId()});
    return bindable;
}

void BindablePort::update(const Snapshot& snapshot)
{
    std::vector<const SocketRecord*> here;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (socket.key.localPort == m_port.port) {
            here.push_back(&socket);
        }
    }
    m_rows.clear();
    for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
        for (const BindTarget& target : m_targets) {
            if (m_port.includes(protocol)) {
                m_rows.push_back(
                    {protocol, forecastBind(target, protocol, here, snapshot, m_rules)});
            }
        }
    }
    m_lacksBoundTcp = !snapshot.hasBoundTcp && incompleteTable(snapshot) == nullptr;
}

bool BindablePort::isFree() const noexcept
{
    return std::all_of(m_rows.begin(), m_rows.end(),
                       [](const Row& row) { return row.forecast.result == BindResult::Free; });
}

bool BindablePort::isUndecidable() const noexcept
{
    return m_lacksBoundTcp && !isFree() &&
           std::all_of(m_rows.begin(), m_rows.end(), [](const Row& row) {
               return row.forecast.result == BindResult::Free ||
                      (row.forecast.result == BindResult::Depends &&
                       row.forecast.holder == nullptr);
           });
}

Message BindablePort::because() const
{
    const auto taken = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) {
        return row.forecast.result != BindResult::Free;
    });
    return taken == m_rows.end() ? Message() : taken->forecast.because;
}

std::vector<BindForecast> BindablePort::rows(Protocol protocol) const
{
    std::vector<BindForecast> found;
    for (const Row& row : m_rows) {
        if (row.protocol == protocol) {
            found.push_back(row.forecast);
        }
    }
    return found;
}

}  // namespace quaywatch::cli
