// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_channel.h"

#include "tests/support/sockets/diag_messages.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>

namespace quaywatch::test {

/// Answers each request with one list of datagrams; an empty datagram stands for ENOBUFS.
class ScriptedChannel final : public linux_backend::DiagChannel {
public:
    using Reply = std::function<Bytes(std::uint32_t sequence)>;

    Result<void> send(std::span<const std::byte> request) override
    {
        nlmsghdr header;
        std::memcpy(&header, request.data(), sizeof header);
        m_sequence = header.nlmsg_seq;
        ++requestCount;
        if (onRequest) {
            onRequest(request.size());
        }
        m_replies = scripts.front();
        if (scripts.size() > 1) {
            scripts.pop_front();
        }
        return {};
    }

    Result<std::size_t> receive(std::span<std::byte> buffer) override
    {
        const Bytes datagram = m_replies.front()(m_sequence);
        m_replies.pop_front();
        if (datagram.empty()) {
            return failure(ErrorCode::SystemError, "receive", ENOBUFS);
        }
        std::copy(datagram.begin(), datagram.end(), buffer.begin());
        return datagram.size();
    }

    unsigned portId() const noexcept override { return 0; }

    std::deque<std::deque<Reply>> scripts;
    int requestCount = 0;
    std::function<void(std::size_t length)> onRequest;

private:
    std::uint32_t m_sequence = 0;
    std::deque<Reply> m_replies;
};

constexpr std::uint8_t kListenState = 10;

inline ScriptedChannel::Reply row(std::uint16_t port, std::uint16_t flags = 0)
{
    return [=](std::uint32_t sequence) {
        return netlinkMessage(SOCK_DIAG_BY_FAMILY, flags, sequence,
                              diagPayload(port, kListenState));
    };
}

/// @param error  The errno that ended the dump.
inline ScriptedChannel::Reply done(std::uint16_t flags = 0, int error = 0)
{
    return [=](std::uint32_t sequence) {
        const int code = -error;
        Bytes payload;
        append(payload, &code, sizeof code);
        return netlinkMessage(NLMSG_DONE, flags, sequence, payload);
    };
}

inline ScriptedChannel::Reply error(int number)
{
    return [=](std::uint32_t sequence) {
        nlmsgerr body{};
        body.error = -number;
        Bytes payload;
        append(payload, &body, sizeof body);
        return netlinkMessage(NLMSG_ERROR, 0, sequence, payload);
    };
}

inline ScriptedChannel::Reply lost()
{
    return [](std::uint32_t) { return Bytes(); };
}

inline ScriptedChannel::Reply cut(std::uint16_t port)
{
    return [=](std::uint32_t sequence) {
        Bytes bytes =
            netlinkMessage(SOCK_DIAG_BY_FAMILY, 0, sequence, diagPayload(port, kListenState));
        bytes.resize(bytes.size() - 8);
        return bytes;
    };
}

}  // namespace quaywatch::test
