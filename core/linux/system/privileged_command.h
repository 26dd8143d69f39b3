// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace quaywatch::linux_backend {

/// The command as the user has to enter it, if it needs root: root needs no sudo.
[[nodiscard]] inline std::string privilegedCommand(std::string_view command, bool isRoot)
{
    return (isRoot ? "" : "sudo ") + std::string(command);
}

}  // namespace quaywatch::linux_backend
