// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/socket_record.h"

#include "core/host/rpc_program.h"
#include "core/text/text_scan.h"

#include <algorithm>

namespace quaywatch {
namespace {

template <class T>
bool sameValue(const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b)
{
    return a == b || (a && b && *a == *b);
}

bool sameOwners(const SocketRecord& a, const SocketRecord& b) noexcept
{
    if (a.ownerSet == b.ownerSet) {
        return true;
    }
    return std::equal(a.owners().begin(), a.owners().end(), b.owners().begin(), b.owners().end(),
                      [](const ProcessPtr& x, const ProcessPtr& y) {
                          return x->id == y->id && x->exe == y->exe && x->runs == y->runs &&
                                 x->isExeDeleted == y->isExeDeleted && x->name == y->name;
                      });
}

// Compares every detail of the owners: a process can change its title or user and still be the same
// owner.
bool sameDetails(const SocketRecord& a, const SocketRecord& b) noexcept
{
    if (a.ownerSet == b.ownerSet) {
        return true;
    }
    return std::equal(a.owners().begin(), a.owners().end(), b.owners().begin(), b.owners().end(),
                      [](const ProcessPtr& x, const ProcessPtr& y) { return x == y || *x == *y; });
}

}  // namespace

const OwnerSet& SocketRecord::owners() const noexcept
{
    static const OwnerSet kNone;
    return ownerSet ? *ownerSet : kNone;
}

std::optional<std::uint32_t> SocketRecord::unitManagerUid() const noexcept
{
    if (serviceContext && (serviceContext->unit || serviceContext->container)) {
        return serviceContext->unitManagerUid;
    }
    return owners().empty() ? std::nullopt : owners().front()->unitManagerUid;
}

bool isChanged(const SocketRecord& before, const SocketRecord& after) noexcept
{
    return before.state != after.state || before.ownerState != after.ownerState ||
           before.exposure != after.exposure || !(before.assessment == after.assessment) ||
           !sameValue(before.serviceContext, after.serviceContext) || !sameOwners(before, after);
}

bool hasMinorChange(const SocketRecord& before, const SocketRecord& after) noexcept
{
    return before.bytesReceived != after.bytesReceived || before.bytesSent != after.bytesSent ||
           before.receiveQueue != after.receiveQueue || before.sendQueue != after.sendQueue ||
           before.uid != after.uid || before.rpc != after.rpc ||
           before.hiddenBy != after.hiddenBy || !sameValue(before.user, after.user) ||
           !sameDetails(before, after);
}

bool isDeviceGone(const SocketRecord& socket) noexcept
{
    return socket.key.boundDevice != 0 && !socket.interfaceName;
}

Direction listedDirection(const SocketRecord& socket) noexcept
{
    if (socket.isListener() || !socket.hasListener) {
        return socket.direction;
    }
    return *socket.hasListener ? Direction::Inbound : Direction::Outbound;
}

std::string_view rpcNameOf(const SocketRecord& socket) noexcept
{
    return socket.rpc ? rpcProgramName(socket.rpc->program) : std::string_view{};
}

bool receivesNothing(const SocketRecord& listener) noexcept
{
    if (isDeviceGone(listener)) {
        return true;
    }
    const IpAddress address = listener.key.localAddress.unmapped();
    return listener.state == SocketState::Listen &&
           (address.isMulticast() || address == IpAddress::v4({255, 255, 255, 255}));
}

bool isOnDevice(const SocketRecord& socket, std::string_view device) noexcept
{
    if (socket.interfaceName && *socket.interfaceName == device) {
        return true;
    }
    const std::optional<std::uint32_t> number = parseUnsigned<std::uint32_t>(device);
    const SocketKey& key = socket.key;
    return number && *number != 0 &&
           (key.boundDevice == *number || key.localAddress.scopeId() == *number ||
            key.remoteAddress.scopeId() == *number);
}

}  // namespace quaywatch
