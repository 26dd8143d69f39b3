// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace quaywatch::linux_backend {

/// The name of a user according to the system's name service, or only to /etc/passwd; see
/// usesNameService(). CMake selects the source. May block for seconds. Null if there is no name.
[[nodiscard]] std::shared_ptr<const std::string> askNameService(std::uint32_t uid);

}  // namespace quaywatch::linux_backend
