// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include "core/linux/procfs/host_facts_parser.h"
#include "core/linux/system/user_names.h"

#include <unistd.h>
#include <array>
#include <fstream>

namespace quaywatch {
namespace {

// Numbers of <linux/capability.h>, fixed by the kernel's ABI.
constexpr unsigned kCapKill = 5;
constexpr unsigned kCapSysPtrace = 19;

/// The text of a small file; empty if it cannot be read.
std::string readSmallFile(const char* path)
{
    std::ifstream file(path, std::ios::binary);
    std::array<char, 16384> text{};
    file.read(text.data(), text.size());
    return {text.data(), static_cast<std::size_t>(file.gcount())};
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

BindRules readBindRules()
{
    using namespace linux_backend;
    BindRules rules;
    if (const auto port = parseNumber(
            readSmallFile("/proc/sys/net/ipv4/ip_unprivileged_port_start"), kLastPort)) {
        rules.firstUnprivilegedPort = static_cast<Port>(*port);
    }
    rules.ephemeralPorts =
        parsePortPairLine(readSmallFile("/proc/sys/net/ipv4/ip_local_port_range"));
    rules.reservedPorts =
        parsePortList(readSmallFile("/proc/sys/net/ipv4/ip_local_reserved_ports"));
    if (const auto isOnly = parseNumber(readSmallFile("/proc/sys/net/ipv6/bindv6only"), 1)) {
        rules.areV6SocketsV6OnlyByDefault = *isOnly == 1;
    }
    rules.addressUse = addressUse;
    rules.findDevice = findNetworkDevice;
    return rules;
}

CurrentUser readCurrentUserWithoutName()
{
    return {geteuid(), {}, mayReadAndEndOthers()};
}

CurrentUser readCurrentUser()
{
    CurrentUser currentUser = readCurrentUserWithoutName();
    if (const linux_backend::UserNames::Name name =
            linux_backend::UserNames::shared()->nameOf(currentUser.uid)) {
        currentUser.user = *name;
    }
    return currentUser;
}

}  // namespace quaywatch
