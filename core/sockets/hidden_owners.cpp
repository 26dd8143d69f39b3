// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/hidden_owners.h"

#include "core/message/message_list.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace quaywatch {
namespace {

/// nfs, nlockmgr and nfs_acl: the programs that the kernel itself serves (rpc(5)). mountd, status
/// and rquotad are processes.
constexpr std::array<std::uint32_t, 3> kProgramsOfKernel{100003, 100021, 100227};

auto unheldGap(Snapshot& snapshot)
{
    return std::find_if(snapshot.gaps.begin(), snapshot.gaps.end(), [](const Gap& gap) {
        return gap.kind == Gap::Kind::Owner && gap.why.id() == MessageId::NoDescriptor;
    });
}

bool isCandidate(const SocketRecord& socket) noexcept
{
    return socket.hiddenBy == HiddenBy::NoDescriptor && socket.uid == 0U && socket.isListener();
}

bool isKernels(const SocketRecord& socket, const std::vector<RpcService>& services)
{
    return std::any_of(services.begin(), services.end(), [&socket](const RpcService& service) {
        // The kernel registers as root; any user may register any port.
        return service.port == socket.key.localPort && service.protocol == socket.key.protocol &&
               service.registrantUid.value_or(0) == 0 &&
               std::find(kProgramsOfKernel.begin(), kProgramsOfKernel.end(), service.program) !=
                   kProgramsOfKernel.end();
    });
}

}  // namespace

const Gap* gapOf(const Snapshot& snapshot, const SocketRecord& socket) noexcept
{
    const auto find = [&snapshot](auto isReason) -> const Gap* {
        const auto found = std::find_if(
            snapshot.gaps.begin(), snapshot.gaps.end(),
            [&](const Gap& gap) { return gap.kind == Gap::Kind::Owner && isReason(gap.why.id()); });
        return found == snapshot.gaps.end() ? nullptr : &*found;
    };
    const auto isOfNobody = [](MessageId why) { return why == MessageId::NoDescriptor; };
    const auto isOfOwn = [](MessageId why) {
        return why == MessageId::OwnProcessHidden || why == MessageId::NoReadableDescriptor;
    };
    if (!socket.hiddenBy) {
        return nullptr;
    }
    if (*socket.hiddenBy == HiddenBy::NoDescriptor) {
        return find(isOfNobody);
    }
    const Gap* const own = socket.hiddenBy == HiddenBy::OwnUnreadable ? find(isOfOwn) : nullptr;
    // A reason that keeps this program from reading any other process is one gap for all sockets.
    return own != nullptr ? own
                          : find([&](MessageId why) { return !isOfNobody(why) && !isOfOwn(why); });
}

void attributeKernelRpc(Snapshot& snapshot, const std::vector<RpcService>& services)
{
    const auto gap = unheldGap(snapshot);
    if (gap == snapshot.gaps.end() || services.empty()) {
        return;
    }
    std::uint64_t claimed = 0;
    for (SocketRecord& socket : snapshot.sockets) {
        if (isCandidate(socket) && isKernels(socket, services)) {
            socket.ownerState = OwnerState::Kernel;
            socket.hiddenBy.reset();
            ++claimed;
        }
    }
    if (gap->count.value_or(0) <= claimed) {
        snapshot.gaps.erase(gap);
    } else {
        *gap->count -= claimed;
    }
}

}  // namespace quaywatch
