// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/bind_right.h"

#include "core/linux/system/file_identity.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/nsfs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr int kMaxNesting = 33;  // The kernel's limit for user namespaces.

/// Whether the capability is effective in the program's own user namespace.
bool hasBindCapability()
{
    __user_cap_header_struct header{};
    header.version = _LINUX_CAPABILITY_VERSION_3;
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> data{};
    return syscall(SYS_capget, &header, data.data()) == 0 &&
           (data[0].effective >> unsigned{CAP_NET_BIND_SERVICE} & 1U) != 0;
}

bool isSameNamespace(const UniqueFd& a, const UniqueFd& b)
{
    struct stat one {};
    struct stat other {};
    return fstat(a.get(), &one) == 0 && fstat(b.get(), &other) == 0 && isSameFile(one, other);
}

/// Who created a child of this program's user namespace has all capabilities in it.
bool isOwnerOf(const UniqueFd& child)
{
    uid_t owner = 0;
    return ioctl(child.get(), NS_GET_OWNER_UID, &owner) == 0 && owner == geteuid();
}

}  // namespace

std::optional<bool> mayBindPrivilegedPorts()
{
    const UniqueFd network(open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
    if (!network) {
        return std::nullopt;
    }
    const UniqueFd own(open("/proc/thread-self/ns/user", O_RDONLY | O_CLOEXEC));
    if (!own) {
        // A kernel without user namespaces has no such file.
        return errno == ENOENT ? std::optional(hasBindCapability()) : std::nullopt;
    }
    UniqueFd owner(ioctl(network.get(), NS_GET_USERNS));
    if (!owner) {
        // EPERM: it is neither this program's user namespace nor one below it.
        return errno == EPERM ? std::optional(false) : std::nullopt;
    }
    for (int i = 0; i < kMaxNesting; ++i) {
        if (isSameNamespace(owner, own)) {
            return hasBindCapability();
        }
        UniqueFd parent(ioctl(owner.get(), NS_GET_PARENT));
        if (!parent) {
            return std::nullopt;
        }
        if (isSameNamespace(parent, own) && isOwnerOf(owner)) {
            return true;
        }
        owner = std::move(parent);
    }
    return std::nullopt;
}

}  // namespace quaywatch::linux_backend
