// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/fallback_gap.h"

#include "core/linux/system/privileged_command.h"
#include "core/linux/system/unique_fd.h"
#include "core/message/message_list.h"

#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <string>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

bool isFallback(const Gap& gap)
{
    return gap.why.id() == MessageId::NoSockDiag;
}

/// The texts of one argument of all these gaps: "tcp, tcp6".
std::string joined(const std::vector<Gap>& gaps, std::size_t argument)
{
    std::string text;
    for (const Gap& gap : gaps) {
        const std::vector<MessageArgument>& arguments = gap.why.arguments();
        const auto* const part = argument < arguments.size()
                                     ? std::get_if<std::string>(&arguments[argument].value)
                                     : nullptr;
        if (part != nullptr) {
            text += (text.empty() ? "" : ", ") + *part;
        }
    }
    return text;
}

/// The kernel modules for the tables: "tcp_diag udp_diag".
std::string modulesFor(const std::string& tables)
{
    std::string modules;
    for (const char* protocol : {"tcp", "udp"}) {
        if (tables.find(protocol) != std::string::npos) {
            modules += (modules.empty() ? "" : " ") + std::string(protocol) + "_diag";
        }
    }
    return modules;
}

}  // namespace

SockDiagAccess sockDiagAccess() noexcept
{
    const UniqueFd channel(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (channel) {
        return SockDiagAccess::Open;
    }
    // Every Linux has netlink; only this family of it can be missing.
    return errno == EPROTONOSUPPORT ? SockDiagAccess::Missing : SockDiagAccess::Refused;
}

std::vector<Gap> withOneFallbackGap(std::vector<Gap> gaps, bool isConfined,
                                    SockDiagAccess (*access)())
{
    const auto others = std::stable_partition(gaps.begin(), gaps.end(), isFallback);
    if (others == gaps.begin()) {
        return gaps;
    }
    const std::vector<Gap> fallbacks(gaps.begin(), others);
    const std::string tables = joined(fallbacks, 0);
    const std::string files = fallbacks.size() == 1 ? joined(fallbacks, 1) : "/proc/net";
    const bool isTcpMissing = tables.find("tcp") != std::string::npos;
    const bool isRefused = access() == SockDiagAccess::Refused;
    Gap gap{Gap::Kind::Table,
            std::nullopt,
            Message(isRefused ? MessageId::SockDiagRefused : MessageId::NoSockDiag, tables, files,
                    Message(isTcpMissing ? MessageId::TcpDetails : MessageId::UdpDetails)),
            {}};
    if (isRefused) {
        gap.remedy = Message(MessageId::RunOutsideSandbox);
    } else if (isConfined) {
        gap.remedy = Message(MessageId::RunOnHost);
    } else {
        gap.remedy = privilegedCommand("modprobe -a " + modulesFor(tables), geteuid() == 0);
    }
    std::vector<Gap> all{std::move(gap)};
    std::move(others, gaps.end(), std::back_inserter(all));
    return all;
}

}  // namespace quaywatch::linux_backend
