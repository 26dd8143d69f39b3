// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>

namespace quaywatch::linux_backend {

/// Reads an open file to its end.
/// @param path   For the error.
/// @param limit  Maximum size in bytes.
/// @return Malformed: larger than the limit; SystemError.
[[nodiscard]] Result<std::string> readWholeFile(int file, const std::string& path,
                                                std::size_t limit);

}  // namespace quaywatch::linux_backend
