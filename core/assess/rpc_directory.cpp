// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/rpc_directory.h"

#include "core/assess/rpc_listeners.h"
#include "core/host/system_user.h"
#include "core/message/message_list.h"
#include "core/registry/service_registry.h"
#include "core/sockets/classify.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

constexpr Port kRpcbindPort = 111;
constexpr int kSamplesBetweenRetries = 30;

/// The listeners that rpcbind can explain, and those that may be rpcbind.
struct Question {
    std::vector<const SocketRecord*> rpcbind;  ///< The listeners on port 111.
    std::vector<SocketKey> listeners;          ///< All of them, including those on port 111.
    bool isWorthAsking = false;                ///< There is a listener on another port, too.
};

Question questionOf(const Snapshot& snapshot)
{
    Question question;
    for (const SocketRecord& row : snapshot.sockets) {
        const Port port = row.key.localPort;
        if (port > kRpcbindPort && question.rpcbind.empty()) {
            return {};
        }
        if (!row.isListener() || port == 0 || (port >= kFirstRegisteredPort && !isRpcUser(row))) {
            continue;
        }
        question.listeners.push_back(row.key);
        if (port == kRpcbindPort) {
            question.rpcbind.push_back(&row);
        } else {
            question.isWorthAsking = true;
        }
    }
    return question;
}

/// Whether the listeners are others. After a question without an answer, those from port 1024 up do
/// not count: there may be others at each poll, and each question would take all of its time.
bool areOthers(const std::vector<SocketKey>& is, const std::vector<SocketKey>& was, bool isSilent)
{
    const auto end = [isSilent](const std::vector<SocketKey>& keys) {
        return isSilent ? std::partition_point(keys.begin(), keys.end(),
                                               [](const SocketKey& key) {
                                                   return key.localPort < kFirstRegisteredPort;
                                               })
                        : keys.end();
    };
    return !std::equal(is.begin(), end(is), was.begin(), end(was));
}

/// The registrations that can count for a listener (see RpcListeners): those of users are dropped
/// here, since a user can register as many as rpcbind takes.
std::vector<RpcService> ofTheSystem(std::vector<RpcService> services)
{
    std::erase_if(services, [](const RpcService& service) {
        return service.registrantUid && !isSystemUser(*service.registrantUid);
    });
    return services;
}

/// Whether the socket belongs to root or to rpcbind's own user, and only root can change the
/// executables of its owners.
bool isSystems(const SocketRecord& listener, ProgramEvidence* evidence)
{
    const bool isItsUser =
        listener.uid && (*listener.uid == 0 ||
                         (listener.user && (*listener.user == "_rpc" || *listener.user == "rpc")));
    return isItsUser && (evidence == nullptr ||
                         std::all_of(listener.owners().begin(), listener.owners().end(),
                                     [evidence](const ProcessPtr& owner) {
                                         return evidence->isRootsOwn(*owner).value_or(true);
                                     }));
}

/// Whether the kernel may pass a connection to 127.0.0.1 to this listener.
bool mayBeReached(const SocketRecord& listener)
{
    SocketRecord connection;
    connection.key.protocol = Protocol::Tcp;
    connection.key.localPort = kRpcbindPort;
    connection.key.localAddress = IpAddress::v4({127, 0, 0, 1});
    connection.key.networkNamespace = listener.key.networkNamespace;
    connection.key.boundDevice = listener.key.boundDevice;
    return accepts(listener, connection);
}

/// Allows TCP only if every listener that may get the connection belongs to the system: of several
/// listeners the kernel selects the one with the most specific address, so an untrusted one at
/// 127.0.0.1 would answer instead of rpcbind at 0.0.0.0.
RpcWay wayTo(const std::vector<const SocketRecord*>& rpcbind, ProgramEvidence* evidence)
{
    bool isThere = false;
    for (const SocketRecord* listener : rpcbind) {
        if (!mayBeReached(*listener)) {
            continue;
        }
        if (!isSystems(*listener, evidence)) {
            return RpcWay::LocalSocket;
        }
        isThere = true;
    }
    return isThere ? RpcWay::LocalSocketOrTcp : RpcWay::LocalSocket;
}

Gap gapOf(bool isUntrusted)
{
    return isUntrusted ? Gap{Gap::Kind::Rpc, std::nullopt, Message(MessageId::RpcbindUntrusted),
                             "quaywatch-cli explain 111"}
                       : Gap{Gap::Kind::Rpc, std::nullopt, Message(MessageId::RpcbindSilent),
                             "rpcinfo -p 127.0.0.1"};
}

}  // namespace

RpcDirectory::RpcDirectory(Query query)
    : m_query(std::move(query))
{
}

void RpcDirectory::update(Snapshot& snapshot, ProgramEvidence* evidence)
{
    Question question = questionOf(snapshot);
    if (!question.isWorthAsking) {
        m_services.clear();
        m_askedFor.clear();
        m_samplesUntilAsked = 0;
        m_isSilent = false;
        // No other listener can be a service, so the answer does not matter.
        snapshot.rpcKnowledge =
            question.rpcbind.empty() ? RpcKnowledge::None : RpcKnowledge::Settled;
        return;
    }
    const RpcWay way = wayTo(question.rpcbind, evidence);
    const bool isNew = areOthers(question.listeners, m_askedFor, m_isSilent) || way != m_askedBy;
    const bool isDue = m_samplesUntilAsked > 0 && --m_samplesUntilAsked == 0;
    if (isNew || isDue) {
        RpcAnswer answer = m_query(way);
        m_askedFrom.insert(m_askedFrom.end(), answer.askedFrom.begin(), answer.askedFrom.end());
        Result<std::vector<RpcService>>& services = answer.services;
        m_isSilent = !services;
        m_isUntrusted = !services && services.error().code == ErrorCode::NotFound;
        m_services = ofTheSystem(std::move(services).value_or(std::vector<RpcService>{}));
        m_samplesUntilAsked = m_isSilent ? kSamplesBetweenRetries : (isNew ? 1 : 0);
        m_askedFor = std::move(question.listeners);
        m_askedBy = way;
    }
    if (!m_isSilent) {
        snapshot.rpcKnowledge = isNew ? RpcKnowledge::Early : RpcKnowledge::Settled;
    } else {
        const bool hasUntrusted =
            std::any_of(question.rpcbind.begin(), question.rpcbind.end(),
                        [evidence](const SocketRecord* row) { return !isSystems(*row, evidence); });
        snapshot.gaps.push_back(gapOf(m_isUntrusted || hasUntrusted));
    }
}

}  // namespace quaywatch
