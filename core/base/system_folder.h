// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace quaywatch {

/// The folder of the administrator's configuration, "/etc/quaywatch", as it was set when the
/// program was built (CMAKE_INSTALL_FULL_SYSCONFDIR). It need not exist.
[[nodiscard]] std::string systemConfigurationFolder();

}  // namespace quaywatch
