// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/ident.h"

#include "core/net/address_text.h"
#include "core/text/text_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxUserName = 512;  // RFC 1413, section 6: at most 512 octets

IdentAnswer errorAnswer(IdentError error)
{
    constexpr std::array<std::string_view, 4> kNames{"INVALID-PORT", "NO-USER", "HIDDEN-USER",
                                                     "UNKNOWN-ERROR"};
    return {error, fmt::format("ERROR : {}", kNames[static_cast<std::size_t>(error)])};
}

/// Whether the kernel still associates the socket with a user.
bool canHaveUser(const SocketRecord& socket)
{
    return socket.state != SocketState::TimeWait && socket.state != SocketState::SynReceived &&
           socket.ownerState != OwnerState::None;
}

std::string withoutLineEnds(std::string_view name)
{
    std::string clean;
    for (const char c : name.substr(0, kMaxUserName)) {
        if (c != '\r' && c != '\n' && c != '\0') {
            clean += c;
        }
    }
    return clean;
}

bool isWanted(const SocketRecord& socket, const IpAddress& address,
              const std::optional<WantedAddress>& wanted)
{
    if (!wanted) {
        return true;
    }
    if (!wanted->device.empty() && !isOnDevice(socket, wanted->device)) {
        return false;
    }
    const IpAddress a = address.unmapped();
    const IpAddress b = wanted->address.unmapped();
    // An unspecified scope matches any scope.
    if (a.scopeId() == 0 || b.scopeId() == 0) {
        return a.family() == b.family() &&
               std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin());
    }
    return a == b;
}

std::optional<Port> parsePort(std::string_view text)
{
    const auto port = parseUnsigned<Port>(strip(text));
    return port != Port{0} ? port : std::nullopt;
}

}  // namespace

std::optional<std::string> identOf(const SocketRecord& socket)
{
    if (!socket.uid || !canHaveUser(socket)) {
        return std::nullopt;
    }
    const std::string name = socket.user ? withoutLineEnds(*socket.user) : std::string{};
    return name.empty() ? fmt::format("USERID : OTHER : {}", *socket.uid)
                        : fmt::format("USERID : UNIX : {}", name);
}

Result<PortPair> parsePortPair(std::string_view text)
{
    const std::size_t comma = text.find(',');
    if (comma != std::string_view::npos) {
        const auto local = parsePort(text.substr(0, comma));
        const auto remote = parsePort(text.substr(comma + 1));
        if (local && remote) {
            return PortPair{*local, *remote};
        }
    }
    return failure(ErrorCode::Malformed, "not a pair of ports from 1 to 65535, such as 6193,23");
}

Result<WantedAddress> WantedAddress::parse(std::string_view text)
{
    AddressText split = splitAddressText(text);
    return IpAddress::parse(split.address).map([&split](IpAddress parsed) {
        return WantedAddress(parsed, std::move(split.device));
    });
}

IdentAnswer answerIdent(const Snapshot& snapshot, PortPair ports,
                        const std::optional<WantedAddress>& local,
                        const std::optional<WantedAddress>& remote)
{
    std::optional<IdentAnswer> answer;
    for (const SocketRecord& socket : snapshot.sockets) {
        const SocketKey& key = socket.key;
        if (key.protocol != Protocol::Tcp || !socket.hasRemote() || key.localPort != ports.local ||
            key.remotePort != ports.remote || !isWanted(socket, key.localAddress, local) ||
            !isWanted(socket, key.remoteAddress, remote) || !canHaveUser(socket)) {
            continue;
        }
        const std::optional<std::string> user = identOf(socket);
        IdentAnswer own =
            user ? IdentAnswer{std::nullopt, *user} : errorAnswer(IdentError::HiddenUser);
        if (answer && answer->text != own.text) {
            return errorAnswer(IdentError::UnknownError);
        }
        answer = std::move(own);
    }
    return answer.value_or(errorAnswer(IdentError::NoUser));
}

}  // namespace quaywatch
