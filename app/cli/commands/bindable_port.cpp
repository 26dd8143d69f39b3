// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/bindable_port.h"

#include "core/message/message_list.h"

#include <algorithm>
#include <memory>
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
            bindable.m_rules.addressUse(v6, 0, Protocol::Tcp) != AddressUse::NoFamily) {
            bindable.m_targets.push_back({v6, isV6Only});
        }
        return bindable;
    }
    Result<BindAddress> at = parseBindAddress(address);
    if (!at) {
        return tl::unexpected<Error>(std::move(at.error()));
    }
    bindable.m_device = std::move(at->device);
    bindable.m_targets.push_back({at->address, isV6Only});
    return bindable;
}

BindForecast BindablePort::forecastOf(const BindTarget& target, Protocol protocol,
                                      const std::vector<const SocketRecord*>& here,
                                      const Snapshot& snapshot) const
{
    if (m_device.empty()) {
        return forecastBind(target, protocol, here, snapshot, m_rules);
    }
    const auto device = m_rules.findDevice ? m_rules.findDevice(m_device) : std::nullopt;
    if (device) {
        return forecastBind({target.address, target.isV6Only, device->index, device->name},
                            protocol, here, snapshot, m_rules);
    }
    BindForecast row;
    row.address = target.address;
    row.interfaceName = std::make_shared<const std::string>(m_device);
    row.result = BindResult::InUse;
    row.because = sentence(Message(MessageId::DeviceNotHere, m_device));
    return row;
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
                m_rows.push_back({protocol, forecastOf(target, protocol, here, snapshot)});
            }
        }
    }
    m_lacksBoundTcp = !snapshot.hasBoundTcp && incompleteTable(snapshot) == nullptr;
    const Gap* const fallback = tcpFallback(snapshot);
    m_whyNoBoundTcp = fallback != nullptr ? fallback->why
                                          : Message(
                                                "TCP sockets that are bound and do not listen "
                                                "were not listed (Linux 6.8 lists them)");
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

bool BindablePort::isUnsure() const noexcept
{
    return !isFree() && std::none_of(m_rows.begin(), m_rows.end(), [](const Row& row) {
        return row.forecast.result == BindResult::InUse;
    });
}

Message BindablePort::because() const
{
    const BindResult wanted = isUnsure() ? BindResult::Depends : BindResult::InUse;
    const auto taken = std::find_if(m_rows.begin(), m_rows.end(), [wanted](const Row& row) {
        return row.forecast.result == wanted;
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
