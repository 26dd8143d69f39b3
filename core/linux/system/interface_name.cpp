// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/interface_name.h"

#include <net/if.h>

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

}  // namespace quaywatch::linux_backend
