// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Builders for programs and for the sockets they hold, as a watcher sees them.

#pragma once

#include "tests/support/sockets/snapshot_builder.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Builds a program: `Program("nginx").pid(80).user(0).unit("nginx.service")`. By default it runs
/// as root, is in /usr/bin and has no unit.
class Program {
public:
    explicit Program(const std::string& name) { m_info = *test::process(name, 700, 0, "root"); }
    Program& pid(std::uint32_t pid)
    {
        m_info.id = {pid, pid * 100ULL};
        return *this;
    }
    Program& user(std::uint32_t uid, const std::string& name = {})
    {
        m_info.uid = uid;
        m_info.user = !name.empty() ? name : uid == 0 ? "root" : "user" + std::to_string(uid);
        return *this;
    }
    Program& unit(std::string unit)
    {
        m_info.unit = std::move(unit);
        return *this;
    }
    Program& unitOfUser(std::string unit)
    {
        m_info.unitManagerUid = m_info.uid;
        return this->unit(std::move(unit));
    }
    Program& container(std::string container)
    {
        m_info.container = std::move(container);
        return *this;
    }
    Program& exe(std::string path)
    {
        m_info.exe = std::move(path);
        return *this;
    }
    Program& script(std::string script, std::string folder)
    {
        m_info.script = std::move(script);
        m_info.workingDirectory = std::move(folder);
        return *this;
    }
    Program& deleted(std::optional<bool> isReplaced = false)
    {
        m_info.isExeDeleted = true;
        m_info.isExeReplaced = isReplaced;
        return *this;
    }
    Program& inMemory(std::string path)
    {
        m_info.isExeInMemory = true;
        return exe(std::move(path)).deleted();
    }
    [[nodiscard]] const ProcessInfo& info() const { return m_info; }

private:
    ProcessInfo m_info;
};

/// Gives the socket its owner, and the kernel's id that such a socket would have: a new process
/// opens a new socket.
inline SocketRecord heldBy(SocketBuilder socket, const Program& program)
{
    const ProcessInfo& info = program.info();
    socket.ownedBy(std::make_shared<const ProcessInfo>(info));
    socket.id(info.id.pid * 100000ULL + socket.record().key.localPort);
    if (info.unit || info.container) {
        socket.serviceContext(info.unit, info.container);
        auto serviceContext = std::make_shared<ServiceContext>(*socket.record().serviceContext);
        serviceContext->unitManagerUid = info.unitManagerUid;
        socket.record().serviceContext = std::move(serviceContext);
    }
    return socket;
}
inline SocketRecord tcp(const Program& program, Port port, const std::string& at = "0.0.0.0")
{
    return heldBy(tcpListener(port, at), program);
}
inline SocketRecord udp(const Program& program, Port port, const std::string& at = "0.0.0.0")
{
    return heldBy(udpBound(port, at), program);
}
/// An outbound connection.
inline SocketRecord to(const Program& program, const std::string& remote, Port remotePort,
                       Port localPort = 45000, const std::string& local = "192.0.2.10")
{
    return heldBy(tcpConnection(local, localPort, remote, remotePort), program);
}
/// An inbound connection to a port of this machine.
inline SocketRecord from(const Program& program, Port localPort, const std::string& remote,
                         Port remotePort = 51000, const std::string& local = "192.0.2.10")
{
    return heldBy(tcpConnection(local, localPort, remote, remotePort), program);
}
/// The socket of another user as an ordinary user sees it.
inline SocketRecord hidden(SocketRecord socket)
{
    socket.ownerSet = nullptr;
    socket.ownerState = OwnerState::Hidden;
    return socket;
}

/// A listener that does not accept its connections.
inline SocketRecord waiting(SocketRecord listener, std::uint32_t connections, std::uint32_t limit)
{
    listener.receiveQueue = connections;
    listener.sendQueue = limit;
    return listener;
}

using Sockets = std::vector<SocketRecord>;

/// Connections that the program does not close.
inline Sockets closeWaits(const Program& program, std::size_t count)
{
    Sockets sockets;
    for (std::size_t i = 0; i < count; ++i) {
        SocketRecord row = to(program, "203.0.113.5", 443, static_cast<Port>(40000 + i));
        row.state = SocketState::CloseWait;
        sockets.push_back(row);
    }
    return sockets;
}

}  // namespace quaywatch::test
