// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"
#include "core/host/rpc_message.h"
#include "core/linux/local_rpcbind.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/unique_fd.h"
#include "core/linux/tables/remote_uid.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <algorithm>
#include <array>
#include <cerrno>

namespace quaywatch {
namespace {

using linux_backend::UniqueFd;
using SteadyClock = std::chrono::steady_clock;

constexpr Port kRpcbindPort = 111;
constexpr std::uint32_t kTransactionId = 0x51574348;  // Any number: a connection has one call.
constexpr std::size_t kChunk = 16384;

tl::unexpected<Error> systemFailure()
{
    return failure(ErrorCode::SystemError, "ask rpcbind", errno);
}

/// One exchange with rpcbind, all of it before one deadline.
class RpcbindCall {
public:
    explicit RpcbindCall(SteadyClock::time_point deadline)
        : m_deadline(deadline)
    {
    }

    Result<std::vector<RpcService>> runLocally()
    {
        Result<UniqueFd> connected = linux_backend::connectLocalRpcbind();
        if (!connected) {
            return tl::unexpected(std::move(connected).error());
        }
        m_socket = *std::move(connected);
        return ask(RpcList::Rpcbind);
    }

    Result<std::vector<RpcService>> runOverTcp(RpcList list)
    {
        if (auto connected = connect(); !connected) {
            return tl::unexpected(connected.error());
        }
        auto services = ask(list);
        // The user is read last: by then the server has accepted the connection, so that its socket
        // exists. If the server has closed that socket already, the kernel no longer reports its
        // user, but it still reports the user of the listener.
        auto uid = services ? linux_backend::remoteUid(m_socket.get()) : std::nullopt;
        if (services && !uid) {
            uid = linux_backend::listenerUid(m_socket.get());
        }
        if (services && !(uid && linux_backend::isRpcbindUser(*uid))) {
            return failure(ErrorCode::NotFound,
                           "rpcbind at 127.0.0.1:111: who answers is not known to be the system's");
        }
        return services;
    }

    /// The local port of the TCP connection; 0 without one.
    [[nodiscard]] Port askedFrom() const noexcept { return m_askedFrom; }

private:
    [[nodiscard]] Result<void> waitFor(short events) const
    {
        pollfd wanted{m_socket.get(), events, 0};
        for (;;) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(m_deadline - SteadyClock::now());
            const int ready =
                left.count() <= 0 ? 0 : poll(&wanted, 1, static_cast<int>(left.count()));
            if (ready > 0) {
                return {};
            }
            if (ready == 0) {
                return failure(ErrorCode::TimedOut, "rpcbind");
            }
            if (errno != EINTR) {
                return systemFailure();
            }
        }
    }

    Result<void> connect()
    {
        m_socket.reset(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (!m_socket) {
            return systemFailure();
        }
        // Closing with a reset leaves no TIME_WAIT socket of this program in the list.
        const linger reset{1, 0};
        setsockopt(m_socket.get(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(kRpcbindPort);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool isConnected =
            ::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&address),
                      sizeof address) == 0;
        const int connectError = errno;
        sockaddr_in own{};
        socklen_t size = sizeof own;
        if (getsockname(m_socket.get(), reinterpret_cast<sockaddr*>(&own), &size) == 0) {
            m_askedFrom = ntohs(own.sin_port);
        }
        if (isConnected) {
            return {};
        }
        errno = connectError;
        if (errno != EINPROGRESS) {
            return systemFailure();
        }
        if (auto ready = waitFor(POLLOUT); !ready) {
            return ready;
        }
        int error = 0;
        socklen_t length = sizeof error;
        getsockopt(m_socket.get(), SOL_SOCKET, SO_ERROR, &error, &length);
        errno = error;
        return error == 0 ? Result<void>{} : systemFailure();
    }

    [[nodiscard]] Result<std::vector<RpcService>> ask(RpcList list) const
    {
        if (auto sent = send(list); !sent) {
            return tl::unexpected(sent.error());
        }
        const auto record = receive();
        if (!record) {
            return tl::unexpected(record.error());
        }
        return decodeRpcbindDump(*record, kTransactionId, list);
    }

    [[nodiscard]] Result<void> send(RpcList list) const
    {
        const auto call = encodeRpcbindDump(kTransactionId, list);
        // The send buffer of a new connection has room for all 44 bytes.
        const ssize_t sent = ::send(m_socket.get(), call.data(), call.size(), MSG_NOSIGNAL);
        return sent == static_cast<ssize_t>(call.size()) ? Result<void>{} : systemFailure();
    }

    [[nodiscard]] Result<std::vector<std::uint8_t>> receive() const
    {
        std::vector<std::uint8_t> received;
        std::array<std::uint8_t, kChunk> chunk{};
        while (received.size() <= kMaxRpcRecord) {
            if (auto ready = waitFor(POLLIN); !ready) {
                return tl::unexpected(ready.error());
            }
            const ssize_t count = ::recv(m_socket.get(), chunk.data(), chunk.size(), 0);
            if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
                continue;
            }
            if (count < 0) {
                return systemFailure();
            }
            received.insert(received.end(), chunk.begin(), chunk.begin() + count);
            auto record = firstRpcRecord(received);
            if (!record) {
                return tl::unexpected(record.error());
            }
            if (*record) {
                return **std::move(record);
            }
            if (count == 0) {
                return failure(ErrorCode::Malformed, "rpcbind's answer: cut short");
            }
        }
        return failure(ErrorCode::Malformed, "rpcbind's answer: longer than any list of services");
    }

    SteadyClock::time_point m_deadline;
    UniqueFd m_socket;
    Port m_askedFrom = 0;
};

}  // namespace

RpcAnswer queryRpcbind(std::chrono::milliseconds limit, RpcWay way)
{
    const SteadyClock::time_point deadline = SteadyClock::now() + limit;
    std::vector<Port> askedFrom;
    const auto askOverTcp = [&](RpcList list) {
        RpcbindCall call(deadline);
        auto services = call.runOverTcp(list);
        if (call.askedFrom() != 0) {
            askedFrom.push_back(call.askedFrom());
        }
        return services;
    };
    auto services = RpcbindCall(deadline).runLocally();
    if (!services && way == RpcWay::LocalSocketOrTcp) {
        services = askOverTcp(RpcList::Rpcbind);
    }
    const bool knowsNoVersion4 =
        !services && (services.error().code == ErrorCode::Malformed ||
                      services.error().code == ErrorCode::PermissionDenied);
    if (knowsNoVersion4 && way == RpcWay::LocalSocketOrTcp) {
        services = askOverTcp(RpcList::PortMapper);
    }
    return {std::move(services), std::move(askedFrom)};
}

}  // namespace quaywatch
