// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/nfs_files.h"

#include "core/text/text_scan.h"

#include <netinet/in.h>

#include <optional>

namespace quaywatch::linux_backend {
namespace {

constexpr Port kNfsPort = 2049;
constexpr Port kSmbPort = 445;
constexpr std::size_t kMaxServers = 4096;

/// Removes the text before the mark, and the mark, from the front, and returns the text.
std::string_view takePart(std::string_view& text, char mark) noexcept
{
    const std::size_t end = text.find(mark);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

std::optional<Port> parsePort(std::string_view text) noexcept
{
    const auto number = parseUnsignedUpTo(65535, text);
    return number && *number != 0 ? std::optional(static_cast<Port>(*number)) : std::nullopt;
}

struct MountOptions {
    std::optional<IpAddress> address;
    std::optional<Port> port;
    std::string_view version;
    std::string_view minorVersion;
    bool hasLocks = true;
};

MountOptions optionsOf(std::string_view text)
{
    MountOptions options;
    while (!text.empty()) {
        std::string_view value = takePart(text, ',');
        const std::string_view name = takePart(value, '=');
        if (name == "addr") {
            const Result<IpAddress> address = IpAddress::parse(value);
            options.address = address ? std::optional(*address) : std::nullopt;
        } else if (name == "port") {
            options.port = parsePort(value);
        } else if (name == "vers" || name == "nfsvers") {
            options.version = value;
        } else if (name == "minorversion") {
            options.minorVersion = value;
        } else if (name == "nolock" || (name == "local_lock" && value == "all")) {
            options.hasLocks = false;
        }
    }
    return options;
}

void takeNfs(const MountOptions& options, KernelPorts& known)
{
    const bool isOld = options.version.starts_with('2') || options.version.starts_with('3');
    known.hasNfsLocks = known.hasNfsLocks || (isOld && options.hasLocks);
    const bool isFirstOfFour =
        options.version == "4.0" ||
        (options.version == "4" && (options.minorVersion.empty() || options.minorVersion == "0"));
    known.hasNfsCallback = known.hasNfsCallback || isFirstOfFour;
    if (options.address) {
        known.servers.push_back({*options.address, options.port.value_or(kNfsPort), isOld});
    }
}

}  // namespace

void takeMounts(std::string_view mounts, KernelPorts& known)
{
    while (!mounts.empty() && known.servers.size() < kMaxServers) {
        std::string_view line = takePart(mounts, '\n');
        takePart(line, ' ');  // the device; blanks in it are written "\040"
        takePart(line, ' ');  // the mount point
        const std::string_view type = takePart(line, ' ');
        const bool isNfs = type == "nfs" || type == "nfs4";
        if (!isNfs && type != "cifs" && type != "smb3") {
            continue;
        }
        const MountOptions options = optionsOf(takePart(line, ' '));
        if (isNfs) {
            takeNfs(options, known);
        } else if (options.address) {
            known.servers.push_back({*options.address, options.port.value_or(kSmbPort), false});
        }
    }
}

void takeServerPorts(std::string_view portlist, KernelPorts& known)
{
    while (!portlist.empty()) {
        std::string_view line = takePart(portlist, '\n');
        const std::string_view transport = takePart(line, ' ');
        const auto port = parsePort(strip(line));
        if (!port || (transport != "tcp" && transport != "udp")) {
            continue;
        }
        KernelPort served;
        served.protocol = transport == "tcp" ? IPPROTO_TCP : IPPROTO_UDP;
        served.port = *port;
        if (known.ports.size() < kMaxServers) {
            known.ports.push_back(served);
        }
        known.hasNfsLocks = true;
    }
}

}  // namespace quaywatch::linux_backend
