// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/diag_channel.h"

#include "core/linux/system/errno_error.h"
#include "core/message/message_list.h"

#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <cerrno>
#include <string>

namespace quaywatch::linux_backend {
namespace {

struct CloseSocket {
    void operator()(mnl_socket* socket) const noexcept { mnl_socket_close(socket); }
};

class MnlChannel final : public DiagChannel {
public:
    explicit MnlChannel(mnl_socket* socket) noexcept
        : m_socket(socket)
    {
    }

    Result<void> send(std::span<const std::byte> request) override
    {
        if (mnl_socket_sendto(m_socket.get(), request.data(), request.size()) < 0) {
            return errnoFailure(errno, Message(MessageId::AskKernel));
        }
        return {};
    }

    Result<std::size_t> receive(std::span<std::byte> buffer) override
    {
        for (;;) {
            const auto length = mnl_socket_recvfrom(m_socket.get(), buffer.data(), buffer.size());
            if (length >= 0) {
                return static_cast<std::size_t>(length);
            }
            if (errno != EINTR) {
                return errnoFailure(errno, Message(MessageId::ReceiveSockets));
            }
        }
    }

    [[nodiscard]] unsigned portId() const noexcept override
    {
        return mnl_socket_get_portid(m_socket.get());
    }

private:
    std::unique_ptr<mnl_socket, CloseSocket> m_socket;
};

}  // namespace

Result<std::unique_ptr<DiagChannel>> openDiagChannel()
{
    return openNetlinkChannel(NETLINK_SOCK_DIAG);
}

Result<std::unique_ptr<DiagChannel>> openNetlinkChannel(int family)
{
    const bool isSockDiag = family == NETLINK_SOCK_DIAG;
    mnl_socket* socket = mnl_socket_open2(family, SOCK_CLOEXEC);
    if (socket == nullptr) {
        return errnoFailure(errno,
                            Message(isSockDiag ? MessageId::OpenSockDiag : MessageId::OpenNetlink));
    }
    auto channel = std::make_unique<MnlChannel>(socket);
    if (mnl_socket_bind(socket, 0, MNL_SOCKET_AUTOPID) < 0) {
        return errnoFailure(errno,
                            Message(isSockDiag ? MessageId::BindSockDiag : MessageId::BindNetlink));
    }
    return channel;
}

}  // namespace quaywatch::linux_backend
