// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include "core/linux/bind_right.h"
#include "core/linux/procfs/host_facts_parser.h"
#include "core/linux/procfs/user_map.h"
#include "core/linux/system/unique_fd.h"
#include "core/linux/system/user_names.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <string>

namespace quaywatch {
namespace {

constexpr Port kFirstUnprivilegedPort = 1024;

// Numbers of <linux/capability.h>, fixed by the kernel's ABI.
constexpr unsigned kCapKill = 5;
constexpr unsigned kCapSysPtrace = 19;

/// The text of a small file, from one read(); empty if it cannot be read.
std::string readSmallFile(const char* path, std::size_t limit = 16384)
{
    const linux_backend::UniqueFd file(open(path, O_RDONLY | O_CLOEXEC));
    std::string text(limit, '\0');
    const ssize_t count = file ? read(file.get(), text.data(), text.size()) : -1;
    text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return text;
}

bool mayReadAndEndOthers()
{
    if (geteuid() == 0) {
        return true;
    }
    const auto capabilities =
        linux_backend::parseEffectiveCapabilities(readSmallFile("/proc/self/status"));
    constexpr std::uint64_t kWanted = 1ULL << kCapKill | 1ULL << kCapSysPtrace;
    return capabilities && (*capabilities & kWanted) == kWanted;
}

}  // namespace

AddressUse addressUse(const IpAddress& address, Protocol protocol)
{
    const bool isV4 = address.family() == AddressFamily::Ipv4;
    const int type = protocol == Protocol::Udp ? SOCK_DGRAM : SOCK_STREAM;
    const linux_backend::UniqueFd probe(socket(isV4 ? AF_INET : AF_INET6, type | SOCK_CLOEXEC, 0));
    if (!probe) {
        return errno == EAFNOSUPPORT ? AddressUse::NoFamily : AddressUse::Usable;
    }
    // Without this, the kernel would choose a port, and other programs would see the socket.
    const int yes = 1;
    if (setsockopt(probe.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes) != 0) {
        return AddressUse::Usable;
    }
    int result = 0;
    if (isV4) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        std::memcpy(&at.sin_addr, address.bytes().data(), sizeof at.sin_addr);
        result = bind(probe.get(), reinterpret_cast<const sockaddr*>(&at), sizeof at);
    } else {
        const int no = 0;
        setsockopt(probe.get(), IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
        sockaddr_in6 at{};
        at.sin6_family = AF_INET6;
        at.sin6_scope_id = address.scopeId();
        std::memcpy(&at.sin6_addr, address.bytes().data(), sizeof at.sin6_addr);
        result = bind(probe.get(), reinterpret_cast<const sockaddr*>(&at), sizeof at);
    }
    return result != 0 && (errno == EADDRNOTAVAIL || errno == ENODEV) ? AddressUse::NotHere
                                                                      : AddressUse::Usable;
}

BindRules readBindRules()
{
    using namespace linux_backend;
    BindRules rules;
    if (const auto port = parseNumber(
            readSmallFile("/proc/sys/net/ipv4/ip_unprivileged_port_start"), kLastPort)) {
        rules.firstUnprivilegedPort = static_cast<Port>(*port);
    }
    rules.mayBindPrivileged = mayBindPrivilegedPorts();
    rules.ephemeralPorts =
        parsePortPairLine(readSmallFile("/proc/sys/net/ipv4/ip_local_port_range"));
    rules.areUnreadable = !rules.firstUnprivilegedPort && !rules.ephemeralPorts;
    if (!rules.firstUnprivilegedPort && rules.ephemeralPorts) {
        rules.firstUnprivilegedPort = kFirstUnprivilegedPort;  // Linux before 4.11: not a setting.
    }
    // At most 32,768 ports or ranges of 6 characters (every second port). The kernel writes this
    // file in answer to the first read() only, cut off where the buffer ends.
    constexpr std::size_t kLargestPortList = std::size_t{256} * 1024;
    rules.reservedPorts = parsePortList(
        readSmallFile("/proc/sys/net/ipv4/ip_local_reserved_ports", kLargestPortList));
    if (const auto isOnly = parseNumber(readSmallFile("/proc/sys/net/ipv6/bindv6only"), 1)) {
        rules.areV6SocketsV6OnlyByDefault = *isOnly == 1;
    }
    rules.addressUse = addressUse;
    return rules;
}

CurrentUser readCurrentUserWithoutName()
{
    return {geteuid(), {}, mayReadAndEndOthers()};
}

CurrentUser readCurrentUser()
{
    CurrentUser currentUser = readCurrentUserWithoutName();
    if (!linux_backend::UserMap::own().userOf(currentUser.uid)) {
        return currentUser;  // The name of that number is another user's.
    }
    if (const linux_backend::UserNames::Name name =
            linux_backend::UserNames::shared()->nameOf(currentUser.uid)) {
        currentUser.user = *name;
    }
    return currentUser;
}

}  // namespace quaywatch
