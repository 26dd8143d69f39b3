// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace quaywatch {

/// The folder of the administrator's configuration: "/etc/quaywatch", whatever the prefix is,
/// unless the program was built with another QUAYWATCH_SYSCONFDIR. It need not exist.
[[nodiscard]] std::string systemConfigurationFolder();

}  // namespace quaywatch
