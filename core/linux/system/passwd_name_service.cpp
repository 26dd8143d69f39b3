// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/name_service.h"
#include "core/linux/system/local_user.h"
#include "core/linux/system/name_service.h"

namespace quaywatch {
namespace linux_backend {

std::shared_ptr<const std::string> askNameService(std::uint32_t uid)
{
    return localUserName(uid);
}

}  // namespace linux_backend

bool usesNameService() noexcept
{
    return false;
}

}  // namespace quaywatch
