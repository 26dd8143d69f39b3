// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace quaywatch::linux_backend {

/// Names of users, remembered, so that all rows of a user share one text.
///
/// Safe from any thread. A name that is not known yet is asked of the system's name service,
/// which may go over the network and block for seconds: never call it on a GUI thread. While one
/// thread waits for it, others still get the names that are known.
class UserNames {
public:
    /// @return Null if the uid has no name. That is asked again after a minute: users are added.
    [[nodiscard]] std::shared_ptr<const std::string> nameOf(std::uint32_t uid);

private:
    struct Entry {
        std::shared_ptr<const std::string> name;
        std::chrono::steady_clock::time_point askedAt;
    };
    std::mutex m_mutex;
    std::unordered_map<std::uint32_t, Entry> m_entries;
};

}  // namespace quaywatch::linux_backend
