// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <sys/socket.h>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace quaywatch::test {

using Bytes = std::vector<std::byte>;

inline void append(Bytes& bytes, const void* data, std::size_t size)
{
    const std::size_t at = bytes.size();
    bytes.resize((at + size + 3) / 4 * 4);
    if (size != 0) {
        std::memcpy(bytes.data() + at, data, size);
    }
}

/// The payload of one sock_diag answer: an IPv4 TCP socket on 127.0.0.1, which a test can extend.
inline Bytes diagPayload(std::uint16_t localPort, std::uint8_t state, std::uint32_t inode = 4711)
{
    inet_diag_msg message{};
    message.idiag_family = AF_INET;
    message.idiag_state = state;
    message.id.idiag_sport = htons(localPort);
    message.id.idiag_src[0] = htonl(0x7f000001);
    message.id.idiag_cookie[0] = 5;
    message.id.idiag_cookie[1] = 1;
    message.idiag_uid = 1000;
    message.idiag_inode = inode;
    Bytes bytes;
    append(bytes, &message, sizeof message);
    return bytes;
}

inline void appendAttribute(Bytes& bytes, std::uint16_t type, const void* value, std::size_t size)
{
    nlattr head{};
    head.nla_len = static_cast<std::uint16_t>(sizeof head + size);
    head.nla_type = type;
    append(bytes, &head, sizeof head);
    append(bytes, value, size);
}

/// One netlink message with a payload.
inline Bytes netlinkMessage(std::uint16_t type, std::uint16_t flags, std::uint32_t sequence,
                            const Bytes& payload)
{
    nlmsghdr header{};
    header.nlmsg_len = static_cast<std::uint32_t>(sizeof header + payload.size());
    header.nlmsg_type = type;
    header.nlmsg_flags = flags;
    header.nlmsg_seq = sequence;
    Bytes bytes;
    append(bytes, &header, sizeof header);
    append(bytes, payload.data(), payload.size());
    return bytes;
}

}  // namespace quaywatch::test
