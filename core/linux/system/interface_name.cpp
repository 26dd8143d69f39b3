// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/interface_name.h"

#include "core/linux/system/unique_fd.h"

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <array>

namespace quaywatch::linux_backend {

std::shared_ptr<const std::string> interfaceNameOf(std::uint32_t index)
{
    std::array<char, IF_NAMESIZE> name{};
    if (if_indextoname(index, name.data()) == nullptr) {
        return nullptr;
    }
    return std::make_shared<const std::string>(name.data());
}

bool isLoopbackInterface(const std::string& name) noexcept
{
    ifreq request{};
    if (name.size() >= sizeof request.ifr_name) {
        return false;
    }
    name.copy(request.ifr_name, name.size());
    const UniqueFd channel(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    return channel && ioctl(channel.get(), SIOCGIFFLAGS, &request) == 0 &&
           (static_cast<unsigned>(request.ifr_flags) & IFF_LOOPBACK) != 0;
}

}  // namespace quaywatch::linux_backend
