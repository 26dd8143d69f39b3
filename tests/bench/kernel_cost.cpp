// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/kernel_cost.h"

#include <dirent.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace quaywatch::bench {

namespace {

struct DumpRequest {
    nlmsghdr header;
    inet_diag_req_v2 query;
};

struct CloseDirectory {
    void operator()(DIR* directory) const { closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

std::optional<std::uint64_t> dumpOne(int netlink, int family, int protocol, std::uint32_t states,
                                     std::vector<char>& buffer)
{
    DumpRequest request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.query.sdiag_family = static_cast<std::uint8_t>(family);
    request.query.sdiag_protocol = static_cast<std::uint8_t>(protocol);
    request.query.idiag_states = states;
    if (send(netlink, &request, sizeof request, 0) < 0) {
        return std::nullopt;
    }
    for (std::uint64_t count = 0;;) {
        const ssize_t received = recv(netlink, buffer.data(), buffer.size(), 0);
        if (received <= 0) {
            return std::nullopt;
        }
        const auto size = static_cast<std::size_t>(received);
        for (std::size_t at = 0; at + sizeof(nlmsghdr) <= size;) {
            nlmsghdr header{};
            std::memcpy(&header, buffer.data() + at, sizeof header);
            if (header.nlmsg_type == NLMSG_DONE) {
                return count;
            }
            if (header.nlmsg_type == NLMSG_ERROR || header.nlmsg_len < sizeof header) {
                return std::nullopt;
            }
            ++count;
            at += NLMSG_ALIGN(header.nlmsg_len);
        }
    }
}

/// Calls `visit` with the path of every process' descriptor folder.
void forEachProcess(const std::function<void(const std::string&)>& visit)
{
    const Directory proc(opendir("/proc"));
    while (const dirent* entry = proc ? readdir(proc.get()) : nullptr) {
        const std::string_view name = static_cast<const char*>(entry->d_name);
        if (name.front() >= '1' && name.front() <= '9') {
            visit("/proc/" + std::string(name) + "/fd");
        }
    }
}

}  // namespace

std::optional<std::uint64_t> dumpSockets(std::uint32_t states)
{
    static std::vector<char> buffer(std::size_t{1} << 20U);
    const int netlink = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    std::optional<std::uint64_t> total = 0;
    for (const int family : {AF_INET, AF_INET6}) {
        for (const int protocol : {IPPROTO_TCP, IPPROTO_UDP}) {
            const auto count = dumpOne(netlink, family, protocol, states, buffer);
            total = total && count ? std::optional(*total + *count) : std::nullopt;
        }
    }
    close(netlink);
    return total;
}

std::uint64_t followDescriptors()
{
    constexpr std::string_view kSocket = "socket:[";
    std::uint64_t sockets = 0;
    forEachProcess([&](const std::string& path) {
        const Directory descriptors(opendir(path.c_str()));
        std::array<char, 64> target{};
        while (const dirent* entry = descriptors ? readdir(descriptors.get()) : nullptr) {
            const ssize_t size =
                readlinkat(dirfd(descriptors.get()), entry->d_name, target.data(), target.size());
            if (size > 0 && std::string_view(target.data(), static_cast<std::size_t>(size))
                                .starts_with(kSocket)) {
                ++sockets;
            }
        }
    });
    return sockets;
}

std::uint64_t countDescriptors()
{
    std::uint64_t count = 0;
    forEachProcess([&](const std::string& path) {
        struct stat status {};
        if (stat(path.c_str(), &status) == 0) {
            count += static_cast<std::uint64_t>(status.st_size);
        }
    });
    return count;
}

Milliseconds timeOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - start;
}

Milliseconds median(std::vector<Milliseconds> times)
{
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

}  // namespace quaywatch::bench
