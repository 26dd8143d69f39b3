// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Facts about this machine, apart from its sockets, that explain what may be bound and by which
/// user.

#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/net/protocol.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quaywatch {

/// Whether the kernel accepts an address in bind(), whatever the port.
enum class AddressUse : std::uint8_t {
    Usable,
    NotHere,     ///< No interface of this machine has it: "Cannot assign requested address".
    NotNow,      ///< An interface has it, but it is tentative, the interface is down, or the like.
    NeedsScope,  ///< It needs an interface and none was given: "Invalid argument".
    NoTcpThere,  ///< TCP takes no multicast address of IPv6: "Invalid argument".
    Refused,     ///< "Invalid argument", for another reason.
    NoFamily,    ///< The kernel has no IPv6.
    Unknown,     ///< This program could not ask.
};

/// Asks the kernel, with a socket of this program that gets no port. Does not block.
/// An IPv4-mapped address is asked for with a dual-stack socket.
///
/// @param device  Interface index; 0 for none.
[[nodiscard]] AddressUse addressUse(const IpAddress& address, std::uint32_t device,
                                    Protocol protocol);

struct NetworkDevice {
    std::uint32_t index = 0;
    std::shared_ptr<const std::string> name;  ///< Not null.
};

/// The network device of that name, or else of that number.
/// @return Empty if this machine has none.
[[nodiscard]] std::optional<NetworkDevice> findNetworkDevice(std::string_view nameOrNumber);

/// The kernel settings that limit what programs may bind. A member is empty if it cannot be read.
struct BindRules {
    std::optional<Port> firstUnprivilegedPort;        ///< net.ipv4.ip_unprivileged_port_start
    std::optional<PortRange> ephemeralPorts;          ///< net.ipv4.ip_local_port_range
    std::vector<PortRange> reservedPorts;             ///< net.ipv4.ip_local_reserved_ports
    std::optional<bool> areV6SocketsV6OnlyByDefault;  ///< net.ipv6.bindv6only
    /// Whether this program may bind ports below firstUnprivilegedPort; empty if not known.
    std::optional<bool> mayBindPrivileged = {};
    bool areUnreadable = false;  ///< The settings exist, but this program could not read them.
    /// addressUse(), or a replacement for tests; empty: every address is usable.
    std::function<AddressUse(const IpAddress&, std::uint32_t, Protocol)> addressUse{};
    /// findNetworkDevice(), or a replacement for tests; empty: there is no device.
    std::function<std::optional<NetworkDevice>(std::string_view)> findDevice{};
};

/// Reads the settings; fast, since they are a few small files.
[[nodiscard]] BindRules readBindRules();

/// The user that runs this program.
struct CurrentUser {
    std::uint32_t uid = 0;
    std::string user;           ///< Empty if the uid has no name, or the name was not received.
    bool isPrivileged = false;  ///< May read and end other users' processes.
};

/// Waits at most one second for the name; if the name service does not answer, the name stays
/// empty.
[[nodiscard]] CurrentUser readCurrentUser();
/// Does the same without asking for the name, and does not block.
[[nodiscard]] CurrentUser readCurrentUserWithoutName();

/// One row of rpcbind's list: a registered program and its port.
struct RpcService {
    std::uint32_t program = 0;
    std::uint32_t version = 0;
    Protocol protocol = Protocol::Tcp;
    Port port = 0;
    /// The user that registered the program, if rpcbind reports it. Any user may register any
    /// program.
    std::optional<std::uint32_t> registrantUid{};

    friend auto operator<=>(const RpcService&, const RpcService&) = default;
};

/// What a question to rpcbind gave.
struct RpcAnswer {
    /// @param ports  See askedFrom.
    RpcAnswer(Result<std::vector<RpcService>> answer, std::vector<Port> ports = {})
        : services(std::move(answer))
        , askedFrom(std::move(ports))
    {
    }

    Result<std::vector<RpcService>> services;
    /// The local ports of the TCP connections that it took, so that they are not taken for
    /// those of other programs.
    std::vector<Port> askedFrom;
};

/// How rpcbind may be reached.
enum class RpcWay : std::uint8_t {
    LocalSocket,       ///< Only through its socket in the file system.
    LocalSocketOrTcp,  ///< Also at 127.0.0.1:111 if the local socket gives no answer.
};

/// Asks the system's rpcbind on this machine for its registrations (RPCBPROC_DUMP or PMAPPROC_DUMP
/// of RFC 1833). Blocks for at most `limit`. Call it only when something listens on port 111.
///
/// The local socket is trusted if root created it where no other user can create one, if it belongs
/// to this network namespace, and if its listener is root or rpcbind's own user. Over TCP, one of
/// these two users must have created the socket at the remote end; the caller must check who owns
/// the listeners of that port.
///
/// @return As services, ascending rows; NotFound (the answering program is not known to be the
/// system's
///         rpcbind); TimedOut; Malformed; PermissionDenied (rpcbind refuses); SystemError (no
///         answer).
[[nodiscard]] RpcAnswer queryRpcbind(std::chrono::milliseconds limit, RpcWay way);

}  // namespace quaywatch
