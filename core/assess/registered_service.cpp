// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/registered_service.h"

#include "core/host/rpc_message.h"
#include "core/host/rpc_program.h"
#include "core/message/message_list.h"
#include "core/registry/service_registry.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace quaywatch {
namespace {

/// A server, by the name of its executable, and the registered services that it is known to
/// provide.
struct Server {
    std::string_view executable;
    std::array<std::string_view, 4> services;  ///< Unused elements are empty.
};

// ONC RPC servers have no fixed port, except where rpcbind names it; the other servers provide
// these services and no others. Relays, and programs that serve whatever they are configured to,
// must not be in this list.
constexpr std::array kServers{
    Server{"chronyd", {"ntp"}},       Server{"cupsd", {"ipp", "ipps", "printer"}},
    Server{"rpc.mountd", {"mountd"}}, Server{"rpc.rquotad", {"rquotad"}},
    Server{"rpc.statd", {"status"}},  Server{"rpc.yppasswdd", {"yppasswdd"}},
    Server{"rpc.ypxfrd", {"ypxfrd"}}, Server{"rpcbind", {"sunrpc"}},
    Server{"sshd", {"ssh"}},          Server{"ypbind", {"ypbind"}},
    Server{"ypserv", {"ypserv"}},
};

bool isRegistered(std::string_view service, Port port, Protocol protocol)
{
    const ServiceNames names = registry::lookup(port, protocol).names;
    return !service.empty() && std::find(names.begin(), names.end(), service) != names.end();
}

bool isOtherThanRegistered(const ProcessInfo& process, const SocketRecord& listener)
{
    if (!process.exe) {
        return false;
    }
    const std::string_view exe = *process.exe;
    const auto* server = std::find_if(kServers.begin(), kServers.end(), [exe](const Server& known) {
        return exe.substr(exe.rfind('/') + 1) == known.executable;
    });
    return server != kServers.end() &&
           std::none_of(server->services.begin(), server->services.end(),
                        [&listener](std::string_view service) {
                            return isRegistered(service, listener.key.localPort,
                                                listener.key.protocol);
                        });
}

}  // namespace

Message programText(std::uint32_t rpcProgram)
{
    const std::string_view name = rpcProgramName(rpcProgram);
    return name.empty() ? Message(MessageId::RpcProgram, rpcProgram)
                        : Message(MessageId::NamedRpcProgram, name, rpcProgram);
}

bool servesRegisteredService(std::uint32_t rpcProgram, Port port, Protocol protocol)
{
    constexpr std::uint32_t kPortmapper = 100000;
    return registry::lookup(port, protocol).names.empty() ||
           isRegistered(rpcProgramName(rpcProgram), port, protocol) ||
           (rpcProgram == kPortmapper && isRegistered("sunrpc", port, protocol));
}

Message registeredForText(Port port, Protocol protocol, MessageArgument here)
{
    std::string names;
    for (const std::string_view name : registry::lookup(port, protocol).names) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return Message(MessageId::RegisteredForAnotherService, names, std::move(here));
}

std::optional<Message> otherThanRegistered(const SocketRecord& listener)
{
    const OwnerSet& owners = listener.owners();
    const Port port = listener.key.localPort;
    const Protocol protocol = listener.key.protocol;
    // With socket activation, systemd holds the listener alone or together with the server.
    if (owners.size() != 1 || port >= kFirstRegisteredPort ||
        registry::lookup(port, protocol).names.empty() ||
        !isOtherThanRegistered(*owners.front(), listener)) {
        return std::nullopt;
    }
    return registeredForText(port, protocol, displayText(owners.front()->name));
}

}  // namespace quaywatch
