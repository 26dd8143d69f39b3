// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_sentences.h"

#include "core/explain/socket_sentences.h"
#include "core/message/message_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxHolders = 4;
constexpr std::size_t kMaxPlaces = 12;

using Rows = std::vector<const BindForecast*>;
using Sockets = std::vector<const SocketRecord*>;

Rows rowsThat(const std::vector<BindForecast>& rows,
              const std::function<bool(const BindForecast&)>& predicate)
{
    Rows found;
    for (const BindForecast& row : rows) {
        if (predicate(row)) {
            found.push_back(&row);
        }
    }
    return found;
}

/// "0.0.0.0, 127.0.0.1, [::] (dual-stack)"
/// @param before  A text before the first one.
Message listText(const Rows& rows, std::string_view before = {})
{
    std::string text(before);
    for (std::size_t i = 0; i < std::min(rows.size(), kMaxPlaces); ++i) {
        text += (i == 0 ? "" : ", ") + placeText(*rows[i]);
    }
    return rows.size() > kMaxPlaces ? Message(MessageId::AndMore, text, rows.size() - kMaxPlaces)
                                    : Message(text);
}

std::string endText(const SocketRecord& socket)
{
    return fmt::format("{} {}", token(socket.key.protocol), localText(socket));
}

/// The same, with the addresses that have no row: a wildcard takes all of its family.
Message listHeldText(const Rows& rows, const SocketRecord& holder)
{
    const IpAddress& address = holder.key.localAddress;
    Message list = listText(rows);
    if (!address.unmapped().isUnspecified()) {
        return list;
    }
    if (address.unmapped().family() == AddressFamily::Ipv4) {
        return Message(MessageId::AndOtherIpv4, std::move(list));
    }
    return Message(
        holder.isV6Only == false ? MessageId::AndOtherAddresses : MessageId::AndOtherIpv6,
        std::move(list));
}

bool isIpv4Like(const IpAddress& address) noexcept
{
    return address.unmapped().family() == AddressFamily::Ipv4;
}

/// Adds the obstacles of one protocol and port.
class SocketObstacles {
public:
    SocketObstacles(std::vector<BindObstacle>& into, Protocol protocol, const Sockets& here,
                    const std::vector<BindForecast>& rows)
        : m_into(into)
        , m_rows(rows)
        , m_protocol(std::string(token(protocol)) + ' ')
    {
        for (const SocketRecord* socket : here) {
            if (socket->key.protocol != protocol || !holdsItsPort(*socket)) {
                continue;
            }
            if (socket->isListener() || socket->isBoundTcp()) {
                m_holders.push_back(socket);
            } else if (socket->state == SocketState::TimeWait) {
                m_lingering.push_back(socket);
            } else {
                m_connected.push_back(socket);
            }
        }
    }

    void addAll()
    {
        addHolders();
        addTimeWait();
        addConnections();
        addUnsure();
        addMissingAddresses();
    }

private:
    /// Adds each place once, however many sockets share it.
    void addHolders()
    {
        std::vector<SocketKey> seen;
        for (const SocketRecord* socket : m_holders) {
            SocketKey place = socket->key;
            place.kernelId = 0;
            if (seen.size() < kMaxHolders &&
                std::find(seen.begin(), seen.end(), place) == seen.end()) {
                seen.push_back(place);
                addHolder(*socket);
            }
        }
    }

    void addHolder(const SocketRecord& holder)
    {
        m_into.push_back({"held", Message(MessageId::Sentences,
                                          Message(MessageId::BindFailsAt, holdingText(holder),
                                                  listHeldText(rowsHeldBy({&holder}), holder)),
                                          optionsText(holder))});
        const IpAddress& address = holder.key.localAddress;
        const auto protocol = token(holder.key.protocol);
        const auto isAnyV4Wildcard = [](const SocketRecord* socket) {
            return isIpv4Like(socket->key.localAddress) &&
                   socket->key.localAddress.unmapped().isUnspecified();
        };
        if (address.family() == AddressFamily::Ipv6 && address.isUnspecified() &&
            holder.isV6Only == false &&
            std::none_of(m_holders.begin(), m_holders.end(), isAnyV4Wildcard)) {
            m_into.push_back(
                {"dual-stack", sentence(Message(MessageId::AcceptsIpv4Too, endText(holder),
                                                protocol, holder.key.localPort))});
        } else if (isAnyV4Wildcard(&holder) && isV6WildcardFree()) {
            m_into.push_back({"dual-stack", sentence(Message(MessageId::DualStackFails, protocol,
                                                             holder.key.localPort))});
        }
    }

    void addTimeWait()
    {
        const std::size_t count = m_lingering.size();
        const Rows rows = rowsHeldBy(m_lingering);
        if (!rows.empty()) {
            m_into.push_back(
                {"time-wait", Message(MessageId::Sentences,
                                      Message(byCount(count, MessageId::StillInTimeWait,
                                                      MessageId::SeveralStillInTimeWait),
                                              count, listText(rows, m_protocol)),
                                      optionsText(*m_lingering.front()))});
        }
    }

    /// Only where nothing else holds the address: a listener's connections prevent what it
    /// prevents.
    void addConnections()
    {
        Rows rows = rowsHeldBy(m_connected);
        const Rows held = rowsHeldBy(m_holders);
        rows.erase(std::remove_if(rows.begin(), rows.end(),
                                  [&](const BindForecast* row) {
                                      return std::find(held.begin(), held.end(), row) != held.end();
                                  }),
                   rows.end());
        const std::size_t count = m_connected.size();
        if (!rows.empty()) {
            m_into.push_back(
                {"connection", Message(MessageId::Sentences,
                                       Message(byCount(count, MessageId::ConnectionHasPort,
                                                       MessageId::ConnectionsHavePort),
                                               count, listText(rows, m_protocol)),
                                       optionsText(*m_connected.front()))});
        }
    }

    /// Adds the addresses for which the kernel does not report what decides.
    void addUnsure()
    {
        const Rows rows = rowsThat(m_rows, [](const BindForecast& row) {
            return row.result == BindResult::Depends && row.holder != nullptr;
        });
        if (!rows.empty()) {
            const SocketRecord& holder = *rows.front()->holder;
            m_into.push_back({"dual-stack", sentence(Message(MessageId::BindMayFailAt,
                                                             Message(MessageId::HolderMayTakeIpv4,
                                                                     holdingText(holder)),
                                                             listText(rows)))});
        }
    }

    void addMissingAddresses()
    {
        for (const BindForecast& row : m_rows) {
            const bool isMissing = row.result == BindResult::InUse && row.holder == nullptr;
            const bool isKnown = std::any_of(
                m_into.begin(), m_into.end(),
                [&](const BindObstacle& obstacle) { return obstacle.text == row.because; });
            if (isMissing && !isKnown) {
                m_into.push_back({"address", row.because});
            }
        }
    }

    /// The rows for which one of the sockets certainly prevents a bind.
    [[nodiscard]] Rows rowsHeldBy(const Sockets& sockets) const
    {
        return rowsThat(m_rows, [&](const BindForecast& row) {
            return std::any_of(sockets.begin(), sockets.end(), [&](const SocketRecord* socket) {
                return conflictOf(row.target(), *socket, effectiveV6Only(*socket)) ==
                       BindConflict::Yes;
            });
        });
    }

    [[nodiscard]] bool isV6WildcardFree() const
    {
        return std::any_of(m_rows.begin(), m_rows.end(), [](const BindForecast& row) {
            return row.isV6Only == true && row.result == BindResult::Free;
        });
    }

    std::vector<BindObstacle>& m_into;
    const std::vector<BindForecast>& m_rows;
    std::string m_protocol;  ///< "tcp "
    Sockets m_holders;       ///< Listeners, and bound sockets.
    Sockets m_connected;
    Sockets m_lingering;  ///< In TIME_WAIT.
};

}  // namespace

Message holdingText(const SocketRecord& holder)
{
    if (holder.state == SocketState::TimeWait) {
        return Message(MessageId::HolderInTimeWait, endText(holder));
    }
    MessageId id = MessageId::HolderIsConnected;
    if (holder.isListener()) {
        id = MessageId::HolderListens;
    } else if (holder.isBoundTcp()) {
        id = MessageId::HolderIsBound;
    }
    return Message(id, endText(holder), holderText(holder));
}

Message optionsText(const SocketRecord& holder)
{
    if (holder.state == SocketState::TimeWait) {
        return Message(MessageId::OptionsOverTimeWait);
    }
    return Message(holder.state == SocketState::Listen ? MessageId::OptionsOverListener
                                                       : MessageId::OptionsOverOther);
}

void addSocketObstacles(std::vector<BindObstacle>& obstacles, Protocol protocol,
                        const std::vector<const SocketRecord*>& here,
                        const std::vector<BindForecast>& rows)
{
    SocketObstacles(obstacles, protocol, here, rows).addAll();
}

std::optional<Message> freeText(Protocol protocol, Port port, const std::vector<BindForecast>& rows)
{
    const Rows free =
        rowsThat(rows, [](const BindForecast& row) { return row.result == BindResult::Free; });
    if (free.empty() || free.size() == rows.size()) {
        return std::nullopt;
    }
    return sentence(Message(MessageId::BindFreeAt, token(protocol), port, listText(free)));
}

}  // namespace quaywatch
