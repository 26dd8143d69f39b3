// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/kernel_ports.h"

#include "core/linux/kernel_ports/netlink_query.h"
#include "core/linux/kernel_ports/nfs_files.h"
#include "core/linux/kernel_ports/tunnel_messages.h"
#include "core/linux/system/proc_file.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/fou.h>
#include <linux/genetlink.h>
#include <linux/l2tp.h>
#include <linux/rtnetlink.h>
#include <linux/wireguard.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

// The defaults of the settings sunrpc.min_resvport and sunrpc.max_resvport.
constexpr PortRange kReservedPorts{665, 1023};
constexpr std::size_t kMaxMountBytes = std::size_t{1024} * 1024;
constexpr std::size_t kMaxWireguards = 256;

IpAddress addressIn(const DiagRow& row, const std::array<std::uint8_t, 16>& bytes) noexcept
{
    return row.family == AF_INET ? IpAddress::v4({bytes[0], bytes[1], bytes[2], bytes[3]})
                                 : IpAddress::v6(bytes).unmapped();
}

bool isAt(const KernelPort& port, const DiagRow& row) noexcept
{
    if (port.protocol != row.protocol || port.port != row.localPort ||
        (port.family != 0 && port.family != row.family)) {
        return false;
    }
    const IpAddress local = addressIn(row, row.local);
    return port.address ? *port.address == local : local.isUnspecified();
}

void addTunnels(KernelPorts& known)
{
    TunnelDevices devices;
    NetlinkQuery links(NETLINK_ROUTE);
    links.dump(RTM_GETLINK, encodeLinkRequest(),
               [&](std::span<const std::byte> payload) { takeLink(payload, devices); });
    known.ports = std::move(devices.ports);

    // Asks for all families: a query for one by its name would load its module.
    std::map<std::string, std::uint16_t> families;
    NetlinkQuery generic(NETLINK_GENERIC);
    generic.dump(GENL_ID_CTRL, encodeGenericRequest(CTRL_CMD_GETFAMILY, 1),
                 [&](std::span<const std::byte> payload) { takeFamily(payload, families); });
    const auto ask = [&](const char* name, const std::vector<std::byte>& request, auto take) {
        const auto family = families.find(name);
        if (family != families.end()) {
            generic.dump(family->second, request,
                         [&](std::span<const std::byte> payload) { take(payload, known.ports); });
        }
    };
    ask(FOU_GENL_NAME, encodeGenericRequest(FOU_CMD_GET, FOU_GENL_VERSION), takeFou);
    ask(L2TP_GENL_NAME, encodeGenericRequest(L2TP_CMD_TUNNEL_GET, L2TP_GENL_VERSION), takeL2tp);
    devices.wireguardNames.resize(std::min(devices.wireguardNames.size(), kMaxWireguards));
    for (const std::string& name : devices.wireguardNames) {
        ask(WG_GENL_NAME,
            encodeGenericRequest(WG_CMD_GET_DEVICE, WG_GENL_VERSION, WGDEVICE_A_IFNAME, name),
            takeWireguard);
    }
}

}  // namespace

bool KernelPorts::explain(const DiagRow& row) const noexcept
{
    if (std::any_of(ports.begin(), ports.end(),
                    [&row](const KernelPort& port) { return isAt(port, row); })) {
        return true;
    }
    const bool isReserved = kReservedPorts.contains(row.localPort);
    if (row.remotePort != 0) {
        const IpAddress remote = addressIn(row, row.remote);
        return std::any_of(
                   servers.begin(), servers.end(),
                   [&](const KernelServer& server) {
                       return server.address.unmapped() == remote &&
                              (server.port == row.remotePort || (server.hasHelpers && isReserved));
                   }) ||
               (hasNfsLocks && isReserved && remote.isLoopback());
    }
    if (!addressIn(row, row.local).isUnspecified()) {
        return false;
    }
    if (row.protocol == IPPROTO_UDP) {
        return hasNfsLocks && isReserved;
    }
    return hasNfsCallback && row.state == TCP_LISTEN && row.localPort >= kFirstRegisteredPort;
}

KernelPorts readKernelPorts()
{
    KernelPorts known;
    addTunnels(known);
    ProcFile file(kMaxMountBytes);
    if (const auto mounts = file.read(AT_FDCWD, "/proc/self/mounts")) {
        takeMounts(*mounts, known);
    }
    if (const auto ports = file.read(AT_FDCWD, "/proc/fs/nfsd/portlist")) {
        takeServerPorts(*ports, known);
    }
    return known;
}

}  // namespace quaywatch::linux_backend
