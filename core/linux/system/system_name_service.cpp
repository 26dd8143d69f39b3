// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/name_service.h"
#include "core/linux/system/name_service.h"

#include <pwd.h>

#include <cerrno>
#include <cstddef>
#include <vector>

namespace quaywatch {
namespace linux_backend {
namespace {

constexpr std::size_t kFirstBuffer = 1024;
constexpr std::size_t kMaxBuffer = std::size_t{1} << 20;

}  // namespace

std::shared_ptr<const std::string> askNameService(std::uint32_t uid)
{
    std::vector<char> buffer(kFirstBuffer);
    for (;;) {
        passwd entry{};
        passwd* found = nullptr;
        const int error = getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found);
        if (error == ERANGE && buffer.size() < kMaxBuffer) {
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

}  // namespace linux_backend

bool usesNameService() noexcept
{
    return true;
}

}  // namespace quaywatch
