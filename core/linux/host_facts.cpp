// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include "core/linux/bind_right.h"
#include "core/linux/procfs/host_facts_parser.h"
#include "core/linux/procfs/user_map.h"
#include "core/linux/system/unique_fd.h"
#include "core/linux/system/user_names.h"

#include <fcntl.h>
#include <unistd.h>
#include <cstddef>
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
