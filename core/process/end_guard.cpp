// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_guard.h"

#include "core/base/token_table.h"
#include "core/baseline/baseline.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace quaywatch {
namespace {

constexpr PortRange kDynamicPorts{49152, 65535};  // IANA's, where the kernel's are not known

std::string userOf(const std::optional<std::string>& name, std::uint32_t uid)
{
    return name ? displayText(*name) : "user " + std::to_string(uid);
}

}  // namespace

EndGuard::EndGuard(const EndSystem& system, bool includesClients)
    : m_system(system)
    , m_ephemeralPorts(system.bindRules().ephemeralPorts.value_or(kDynamicPorts))
    , m_includesClients(includesClients)
{
}

bool EndGuard::isClient(const SocketRecord& listener) const noexcept
{
    return !m_includesClients && listener.judgement.verdict != Verdict::Expected &&
           isPassingUdp(listener, m_ephemeralPorts);
}

LeftOut EndGuard::asClient()
{
    return {LeftOut::Reason::Client,
            "it looks like a client: its UDP socket is on a port that the kernel hands out"};
}

std::optional<LeftOut> EndGuard::foreignSocket(const ProcessInfo& owner,
                                               const std::vector<const SocketRecord*>& held) const
{
    const bool areAllForeign =
        !held.empty() && std::all_of(held.begin(), held.end(), [&](const SocketRecord* listener) {
            return isForeign(owner, *listener);
        });
    if (!areAllForeign) {
        return std::nullopt;
    }
    const SocketRecord& socket = *held.front();
    const std::string opener =
        userOf(socket.user ? std::optional(*socket.user) : std::nullopt, *socket.uid);
    const std::string who = *owner.uid == 0 ? std::string("it runs as root")
                                            : "it belongs to " + userOf(owner.user, *owner.uid);
    return LeftOut{LeftOut::Reason::OpenedByAnother,
                   who + ", but the socket was opened by " + opener};
}

bool EndGuard::isForeign(const ProcessInfo& owner, const SocketRecord& listener) const
{
    if (!owner.uid || !listener.uid || *owner.uid == *listener.uid) {
        return false;
    }
    if (*owner.uid == 0) {
        return true;
    }
    // Servers often open their port as root and go on as another user; in a container as its root.
    return *listener.uid != 0 && m_system.namespaceRoot(owner.id.pid) != listener.uid;
}

std::string_view token(LeftOut::Reason reason) noexcept
{
    static constexpr std::array<std::string_view, 2> kTokens{"client", "opened-by-another"};
    return tokenIn(kTokens, reason);
}

}  // namespace quaywatch
