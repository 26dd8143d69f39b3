// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/user_names.h"

#include <pwd.h>

#include <cerrno>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::chrono::seconds kAskAgainAfter{60};
constexpr std::size_t kFirstBuffer = 1024;
constexpr std::size_t kLargestBuffer = std::size_t{1} << 20;

std::shared_ptr<const std::string> askNameService(std::uint32_t uid)
{
    std::vector<char> buffer(kFirstBuffer);
    for (;;) {
        passwd entry{};
        passwd* found = nullptr;
        const int error = getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found);
        if (error == ERANGE && buffer.size() < kLargestBuffer) {
            buffer.resize(buffer.size() * 2);
            continue;
        }
        if (error == EINTR) {
            continue;
        }
        const bool hasName =
            found != nullptr && found->pw_name != nullptr && *found->pw_name != '\0';
        return hasName ? std::make_shared<const std::string>(found->pw_name) : nullptr;
    }
}

}  // namespace

std::shared_ptr<const std::string> UserNames::nameOf(std::uint32_t uid)
{
    const auto now = std::chrono::steady_clock::now();
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_entries.find(uid);
        if (known != m_entries.end() &&
            (known->second.name || now - known->second.askedAt < kAskAgainAfter)) {
            return known->second.name;
        }
    }
    std::shared_ptr<const std::string> name = askNameService(uid);
    const std::scoped_lock lock(m_mutex);
    Entry& entry = m_entries[uid];
    if (!entry.name) {  // else another thread was quicker, and rows share its text
        entry = {std::move(name), now};
    }
    return entry.name;
}

}  // namespace quaywatch::linux_backend
