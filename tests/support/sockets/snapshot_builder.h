// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// A process with a fake but consistent description.
inline ProcessPtr process(std::string name, std::uint32_t pid = 4711, std::uint32_t uid = 1000,
                          std::string user = "alice")
{
    auto info = std::make_shared<ProcessInfo>();
    info->id = {pid, pid * 100ULL};
    info->parentPid = 1;
    info->comm = name.substr(0, 15);
    info->exe = "/usr/bin/" + name;
    info->command = {name};
    info->name = std::move(name);
    info->uid = uid;
    info->user = std::move(user);
    return info;
}

/// Builds one SocketRecord: `tcp().local("127.0.0.1", 931).ownedBy(process("nc"))`.
class SocketBuilder {
public:
    SocketBuilder(Protocol protocol, SocketState state)
    {
        m_record.key.protocol = protocol;
        m_record.state = state;
        m_record.direction = m_record.isListener() ? Direction::Listen : Direction::Outbound;
        m_record.key.networkNamespace = 4026531840;
    }
    SocketBuilder& local(const std::string& address, Port port)
    {
        m_record.key.localAddress = IpAddress::parse(address).value();
        m_record.key.localPort = port;
        if (!m_record.hasRemote()) {
            m_record.key.remoteAddress = IpAddress::any(m_record.key.localAddress.family());
        }
        return *this;
    }
    SocketBuilder& remote(const std::string& address, Port port)
    {
        m_record.key.remoteAddress = IpAddress::parse(address).value();
        m_record.key.remotePort = port;
        return *this;
    }
    SocketBuilder& ownedBy(std::vector<ProcessPtr> owners)
    {
        m_record.ownerState = OwnerState::Known;
        if (!owners.empty()) {
            uid(owners.front()->uid, owners.front()->user);
        }
        m_record.ownerSet = std::make_shared<const OwnerSet>(std::move(owners));
        return *this;
    }
    SocketBuilder& ownedBy(const ProcessPtr& owner) { return ownedBy(OwnerSet{owner}); }
    SocketBuilder& uid(std::optional<std::uint32_t> uid, std::optional<std::string> user = {})
    {
        m_record.uid = uid;
        m_record.user = user ? std::make_shared<const std::string>(*user) : nullptr;
        return *this;
    }
    SocketBuilder& ownerState(OwnerState state)
    {
        m_record.ownerState = state;
        return *this;
    }
    SocketBuilder& hiddenBy(HiddenBy by)
    {
        m_record.hiddenBy = by;
        return ownerState(OwnerState::Hidden);
    }
    SocketBuilder& serviceContext(std::optional<std::string> unit,
                                  std::optional<std::string> container = {})
    {
        m_record.serviceContext = std::make_shared<const ServiceContext>(
            ServiceContext{.unit = std::move(unit), .container = std::move(container)});
        return *this;
    }
    SocketBuilder& device(std::string name, std::uint32_t index)
    {
        m_record.isOnLoopbackDevice = name == "lo";
        m_record.interfaceName = std::make_shared<const std::string>(std::move(name));
        m_record.key.boundDevice = index;
        return *this;
    }
    /// Sets the kernel's id of the socket: cookie, inode and, where the key has one, kernelId.
    SocketBuilder& id(std::uint64_t kernelId)
    {
        m_record.inode = kernelId;
        m_record.cookie = kernelId;
        m_record.key.kernelId =
            m_record.key.protocol == Protocol::Tcp && m_record.hasRemote() ? 0 : kernelId;
        return *this;
    }
    SocketBuilder& v6Only(bool isV6Only)
    {
        m_record.isV6Only = isV6Only;
        return *this;
    }
    /// The record itself, for fields that have no setter here.
    SocketRecord& record() { return m_record; }
    operator SocketRecord() const { return m_record; }  // NOLINT(google-explicit-constructor)

private:
    SocketRecord m_record;
};

inline SocketBuilder tcpListener(Port port, const std::string& address = "0.0.0.0")
{
    return SocketBuilder(Protocol::Tcp, SocketState::Listen).local(address, port);
}
inline SocketBuilder udpBound(Port port, const std::string& address = "0.0.0.0")
{
    return SocketBuilder(Protocol::Udp, SocketState::Bound).local(address, port);
}
inline SocketBuilder tcpConnection(const std::string& localAddress, Port localPort,
                                   const std::string& remoteAddress, Port remotePort)
{
    return SocketBuilder(Protocol::Tcp, SocketState::Established)
        .local(localAddress, localPort)
        .remote(remoteAddress, remotePort);
}

/// Sorts the rows as a source would.
inline Snapshot snapshotOf(std::vector<SocketRecord> sockets, std::uint64_t sequence = 1)
{
    std::sort(sockets.begin(), sockets.end(),
              [](const SocketRecord& a, const SocketRecord& b) { return a.key < b.key; });
    Snapshot snapshot;
    snapshot.sequence = sequence;
    snapshot.sockets = std::move(sockets);
    return snapshot;
}
inline SnapshotPtr sharedSnapshotOf(std::vector<SocketRecord> sockets, std::uint64_t sequence = 1)
{
    return std::make_shared<const Snapshot>(snapshotOf(std::move(sockets), sequence));
}

}  // namespace quaywatch::test
