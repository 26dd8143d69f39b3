// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/system_path.h"

#include <algorithm>
#include <array>

namespace quaywatch {

bool isSystemPath(std::string_view path) noexcept
{
    constexpr std::array<std::string_view, 8> kRoots{"/usr/",   "/bin/", "/sbin/", "/lib/",
                                                     "/lib64/", "/opt/", "/snap/", "/nix/store/"};
    return path.find("/.") == std::string_view::npos &&
           std::any_of(kRoots.begin(), kRoots.end(),
                       [path](std::string_view root) { return path.starts_with(root); });
}

}  // namespace quaywatch
