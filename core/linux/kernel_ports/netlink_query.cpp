// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/netlink_query.h"

#include <linux/genetlink.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <strings.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

// For a dump, the kernel fills datagrams of at most 32 KiB (netlink_dump()); twice that is enough.
constexpr std::size_t kAnswerBytes = std::size_t{64} * 1024;

void appendPadded(std::vector<std::byte>& bytes, const void* data, std::size_t size)
{
    const std::size_t at = bytes.size();
    bytes.resize(at + NLMSG_ALIGN(size));
    std::memcpy(bytes.data() + at, data, size);
}

void appendAttribute(std::vector<std::byte>& bytes, std::uint16_t type, const void* value,
                     std::size_t size)
{
    nlattr head{};
    head.nla_len = static_cast<std::uint16_t>(sizeof head + size);
    head.nla_type = type;
    appendPadded(bytes, &head, sizeof head);
    appendPadded(bytes, value, size);
}

enum class Answer : std::uint8_t { More, Done, Failed };

Answer takeMessage(const nlmsghdr& header, std::span<const std::byte> payload,
                   std::uint32_t sequence, const NetlinkQuery::Visit& visit)
{
    if (header.nlmsg_seq != sequence) {
        return Answer::More;  // the rest of an answer to an earlier, abandoned request
    }
    if (header.nlmsg_type == NLMSG_ERROR) {
        return Answer::Failed;
    }
    if (header.nlmsg_type == NLMSG_DONE) {
        int error = 0;
        std::memcpy(&error, payload.data(), std::min(sizeof error, payload.size()));
        return error == 0 ? Answer::Done : Answer::Failed;
    }
    if (header.nlmsg_type >= NLMSG_MIN_TYPE) {
        visit(payload);
    }
    return Answer::More;
}

Answer takeDatagram(std::span<const std::byte> datagram, std::uint32_t sequence,
                    const NetlinkQuery::Visit& visit)
{
    while (datagram.size() >= sizeof(nlmsghdr)) {
        nlmsghdr header{};
        std::memcpy(&header, datagram.data(), sizeof header);
        if (header.nlmsg_len < sizeof header || header.nlmsg_len > datagram.size()) {
            return Answer::Failed;
        }
        const auto payload = datagram.subspan(sizeof header, header.nlmsg_len - sizeof header);
        const Answer progress = takeMessage(header, payload, sequence, visit);
        if (progress != Answer::More) {
            return progress;
        }
        datagram =
            datagram.subspan(std::min<std::size_t>(NLMSG_ALIGN(header.nlmsg_len), datagram.size()));
    }
    return Answer::More;
}

}  // namespace

std::vector<std::byte> encodeLinkRequest()
{
    std::vector<std::byte> payload;
    const ifinfomsg message{};
    appendPadded(payload, &message, sizeof message);
    const std::uint32_t mask = RTEXT_FILTER_SKIP_STATS;
    appendAttribute(payload, IFLA_EXT_MASK, &mask, sizeof mask);
    return payload;
}

std::vector<std::byte> encodeGenericRequest(std::uint8_t command, std::uint8_t version,
                                            std::uint16_t attribute, std::string_view text)
{
    std::vector<std::byte> payload;
    genlmsghdr message{};
    message.cmd = command;
    message.version = version;
    appendPadded(payload, &message, sizeof message);
    if (!text.empty()) {
        const std::string withEnd(text);
        appendAttribute(payload, attribute, withEnd.c_str(), withEnd.size() + 1);
    }
    return payload;
}

NetlinkQuery::NetlinkQuery(int family)
{
    if (auto channel = openNetlinkChannel(family)) {
        m_channel = *std::move(channel);
    }
}

NetlinkQuery::NetlinkQuery(std::unique_ptr<DiagChannel> channel)
    : m_channel(std::move(channel))
{
}

bool NetlinkQuery::dump(std::uint16_t type, const std::vector<std::byte>& payload,
                        const Visit& visit)
{
    if (!m_channel) {
        return false;
    }
    nlmsghdr header{};
    header.nlmsg_len = static_cast<std::uint32_t>(sizeof header + payload.size());
    header.nlmsg_type = type;
    header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    header.nlmsg_seq = ++m_sequence;
    std::vector<std::byte> request;
    appendPadded(request, &header, sizeof header);
    appendPadded(request, payload.data(), payload.size());
    if (!m_channel->send(request)) {
        return false;
    }
    std::vector<std::byte> buffer(kAnswerBytes);
    Answer progress = Answer::More;
    while (progress == Answer::More) {
        const Result<std::size_t> length = m_channel->receive(buffer);
        progress = length ? takeDatagram(std::span(buffer).first(*length), m_sequence, visit)
                          : Answer::Failed;
    }
    // WireGuard's answer contains its keys, which are not needed here.
    explicit_bzero(buffer.data(), buffer.size());
    return progress == Answer::Done;
}

}  // namespace quaywatch::linux_backend
