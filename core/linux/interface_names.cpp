// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/interface_names.h"

#include <net/if.h>

#include <array>

namespace quaywatch::linux_backend {

std::shared_ptr<const std::string> InterfaceNames::nameOf(std::uint32_t index)
{
    if (index == 0) {
        return nullptr;
    }
    const auto [entry, isNew] = m_names.try_emplace(index);
    if (isNew) {
        std::array<char, IF_NAMESIZE> name{};
        if (if_indextoname(index, name.data()) != nullptr) {
            entry->second = std::make_shared<const std::string>(name.data());
        }
    }
    return entry->second;
}

}  // namespace quaywatch::linux_backend
