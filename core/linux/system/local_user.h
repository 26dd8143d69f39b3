// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace quaywatch::linux_backend {

/// The name of a user without the name service, which may hang: from a file in the format of
/// passwd(5), read only if it is a regular file of at most 1 MiB. The user 0 is "root" if the file
/// cannot be read (Linux Standard Base). Null if the name is not known.
[[nodiscard]] std::shared_ptr<const std::string> localUserName(
    std::uint32_t uid, const std::string& path = "/etc/passwd");

/// The first name with that number in the text of such a file; null if there is none.
[[nodiscard]] std::shared_ptr<const std::string> userNameIn(std::string_view passwd,
                                                            std::uint32_t uid);

}  // namespace quaywatch::linux_backend
