// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace quaywatch::linux_backend {

/// Interface indexes to names, each asked for once a listing.
class InterfaceNames {
public:
    /// @return Null for index 0 and for one that no interface has (any more).
    [[nodiscard]] std::shared_ptr<const std::string> nameOf(std::uint32_t index);

    /// Forgets all: an interface may have been renamed, an index given to another.
    void forget() { m_names.clear(); }

private:
    std::unordered_map<std::uint32_t, std::shared_ptr<const std::string>> m_names;
};

}  // namespace quaywatch::linux_backend
