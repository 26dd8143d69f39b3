// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/known_use.h"

#include "core/host/system_user.h"
#include "core/message/message_list.h"
#include "core/net/endpoint.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace quaywatch {
namespace {

/// Names on the systems that ship the program; unused elements are empty.
using Names = std::array<std::string_view, 3>;

struct KnownUse {
    PortRange ports;
    Protocol protocol = Protocol::Tcp;
    bool isOnLoopbackOnly = true;
    std::string_view program;        ///< Base name of the executable or script.
    std::string_view interpreter{};  ///< Prefix of a script's interpreter; otherwise empty.
    Names units;
    Names packages;
    Names users;  ///< Users that may have created the socket, apart from root.
};

// bindresvport(3) uses 600 to 1023, and 512 to 599 if none of those is free.
constexpr PortRange kReservedPorts{512, 1023};

constexpr std::array kKnownUses{
    // chrony.conf(5), "cmdport" and "bindcmdaddress": 323 at 127.0.0.1 and ::1.
    KnownUse{.ports = {323, 323},
             .protocol = Protocol::Udp,
             .program = "chronyd",
             .units = {"chrony.service", "chronyd.service"},
             .packages = {"chrony"},
             .users = {"_chrony", "chrony"}},
    // spamd(8p), "--port" and "--listen": 783 at the loopback address. Debian shipped it in the
    // package spamassassin, with a unit of that name, before it had its own package.
    KnownUse{.ports = {783, 783},
             .protocol = Protocol::Tcp,
             .program = "spamd",
             .interpreter = "perl",
             .units = {"spamd.service", "spamassassin.service"},
             .packages = {"spamd", "spamassassin"},
             .users = {"debian-spamd"}},
    // nfs-utils, support/nsm/rpc.c: a private socket at 127.0.0.1 from which rpc.statd answers the
    // kernel's lockd; not registered with rpcbind, another port at each start.
    KnownUse{.ports = kReservedPorts,
             .protocol = Protocol::Udp,
             .program = "rpc.statd",
             .units = {"rpc-statd.service", "nfs-statd.service"},
             .packages = {"nfs-common"},
             .users = {"statd", "rpcuser"}},
    // rpcbind(8), "-r": a port for the remote calls that it forwards, on all addresses.
    KnownUse{.ports = kReservedPorts,
             .protocol = Protocol::Udp,
             .isOnLoopbackOnly = false,
             .program = "rpcbind",
             .units = {"rpcbind.service"},
             .packages = {"rpcbind"},
             .users = {"_rpc", "rpc"}},
};

bool isAmong(const Names& names, std::string_view name) noexcept
{
    return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view baseNameOf(std::string_view path) noexcept
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool isInContainer(const SocketRecord& socket)
{
    return (socket.serviceContext && socket.serviceContext->container) ||
           std::any_of(socket.owners().begin(), socket.owners().end(),
                       [](const ProcessPtr& owner) { return owner->container.has_value(); });
}

bool isPortOf(const KnownUse& use, const SocketRecord& listener)
{
    return use.ports.contains(listener.key.localPort) && use.protocol == listener.key.protocol &&
           (!use.isOnLoopbackOnly || listener.exposure == Exposure::Loopback);
}

/// Whether the process may run the program, according to the name of its executable.
bool mayRun(const ProcessInfo& process, const KnownUse& use)
{
    if (process.isExeForeign) {
        return false;
    }
    if (!process.exe) {
        return !process.isExePathTooLong;
    }
    const std::string_view name = baseNameOf(*process.exe);
    return name == use.program || (!use.interpreter.empty() && name.starts_with(use.interpreter));
}

bool isMadeBySystem(const SocketRecord& listener, const KnownUse& use)
{
    return listener.uid && (*listener.uid == 0 || (listener.user && isSystemUser(*listener.uid) &&
                                                   isAmong(use.users, *listener.user)));
}

/// Whether the process is a fork of one of the others and runs the same executable. Workers
/// overwrite their command line, and so also the name of the script.
bool isWorkerOf(const ProcessInfo& process, const OwnerSet& others)
{
    return std::any_of(others.begin(), others.end(), [&process](const ProcessPtr& other) {
        return process.parentPid == other->id.pid && process.exe == other->exe;
    });
}

/// The package that contains the program of every owner. If an ordinary user can control a process
/// (LD_PRELOAD, ptrace), its program is no evidence.
std::optional<std::string> packageOfOwners(const SocketRecord& listener, const KnownUse& use,
                                           ProgramEvidence& evidence)
{
    if (listener.ownerState != OwnerState::Known || !isMadeBySystem(listener, use)) {
        return std::nullopt;
    }
    std::optional<std::string> package;
    OwnerSet proven;
    OwnerSet rest;
    for (const ProcessPtr& owner : listener.owners()) {
        if (!owner->exe || !owner->uid || !isSystemUser(*owner->uid)) {
            return std::nullopt;
        }
        auto own = evidence.packageOf(*owner, use.packages);
        (own ? proven : rest).push_back(owner);
        if (own) {
            package = std::move(own);
        }
    }
    const bool areWorkers =
        std::all_of(rest.begin(), rest.end(),
                    [&proven](const ProcessPtr& owner) { return isWorkerOf(*owner, proven); });
    return areWorkers ? package : std::nullopt;
}

std::optional<Message> explainBy(const KnownUse& use, const SocketRecord& listener,
                                 ProgramEvidence* evidence)
{
    const bool isItsProgram =
        std::all_of(listener.owners().begin(), listener.owners().end(),
                    [&use](const ProcessPtr& owner) { return mayRun(*owner, use); });
    if (!isPortOf(use, listener) || !isItsProgram) {
        return std::nullopt;
    }
    const ServiceContext* serviceContext = listener.serviceContext.get();
    if (serviceContext != nullptr && serviceContext->isSystemService &&
        isMadeBySystem(listener, use) && isAmong(use.units, serviceContext->unit.value_or(""))) {
        return Message(MessageId::KnownUseByUnit, use.program, *serviceContext->unit);
    }
    if (evidence != nullptr) {
        if (const auto package = packageOfOwners(listener, use, *evidence)) {
            return Message(MessageId::KnownUseByPackage, use.program, *package);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Message> explainKnownUse(const SocketRecord& listener, ProgramEvidence* evidence)
{
    if (isInContainer(listener)) {
        return std::nullopt;
    }
    for (const KnownUse& use : kKnownUses) {
        if (auto reason = explainBy(use, listener, evidence)) {
            return reason;
        }
    }
    return std::nullopt;
}

}  // namespace quaywatch
