// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/event_channel.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/unique_fd.h"
#include "core/message/message_list.h"

#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::array kGroups{SKNLGRP_INET_TCP_DESTROY, SKNLGRP_INET_UDP_DESTROY,
                             SKNLGRP_INET6_TCP_DESTROY, SKNLGRP_INET6_UDP_DESTROY};

class NetlinkEventChannel final : public EventChannel {
public:
    NetlinkEventChannel(UniqueFd socket, UniqueFd interruption) noexcept
        : m_socket(std::move(socket))
        , m_interruption(std::move(interruption))
    {
    }

    Result<std::size_t> receive(std::span<std::byte> buffer) override
    {
        for (;;) {
            const ssize_t length = recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (length >= 0) {
                return static_cast<std::size_t>(length);
            }
            if (errno == EAGAIN) {
                return std::size_t{0};
            }
            if (errno != EINTR) {
                return errnoFailure(errno, Message(MessageId::ReceiveCloseEvents));
            }
        }
    }

    bool wait() override
    {
        for (;;) {
            std::array<pollfd, 2> handles{
                {{m_socket.get(), POLLIN, 0}, {m_interruption.get(), POLLIN, 0}}};
            const int count = poll(handles.data(), handles.size(), -1);
            if (count < 0 && errno != EINTR) {
                return false;
            }
            if (count > 0) {
                return handles[1].revents == 0;
            }
        }
    }

    void interrupt() noexcept override { eventfd_write(m_interruption.get(), 1); }

    [[nodiscard]] std::optional<std::uint64_t> lostCount() const noexcept override
    {
        std::array<std::uint32_t, SK_MEMINFO_VARS> memory{};
        socklen_t size = sizeof memory;
        // Needs Linux 4.12.
        if (getsockopt(m_socket.get(), SOL_SOCKET, SO_MEMINFO, memory.data(), &size) != 0 ||
            size <= SK_MEMINFO_DROPS * sizeof(std::uint32_t)) {
            return std::nullopt;
        }
        return memory[SK_MEMINFO_DROPS];
    }

private:
    UniqueFd m_socket;
    UniqueFd m_interruption;
};

void widenBuffer(int socket, int size) noexcept
{
    // Both may fail: a small buffer loses events sooner, and each loss is reported.
    if (setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size) != 0) {
        (void)setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    }
}

}  // namespace

Result<std::unique_ptr<EventChannel>> openEventChannel(int bufferSize)
{
    UniqueFd socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!socket) {
        return errnoFailure(errno, Message(MessageId::OpenEventSocket));
    }
    widenBuffer(socket.get(), bufferSize);
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    if (bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return errnoFailure(errno, Message(MessageId::BindEventSocket));
    }
    for (const int group : kGroups) {
        if (setsockopt(socket.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) !=
            0) {
            Message context(MessageId::AskForCloseEvents);
            // The errors of kernels before 4.3, which do not have these groups.
            const bool isUnknown = errno == EINVAL || errno == ENOENT;
            return isUnknown ? failure(ErrorCode::Unsupported, std::move(context), errno)
                             : errnoFailure(errno, std::move(context));
        }
    }
    UniqueFd interruption(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!interruption) {
        return errnoFailure(errno, "make an eventfd");
    }
    return std::make_unique<NetlinkEventChannel>(std::move(socket), std::move(interruption));
}

}  // namespace quaywatch::linux_backend
