// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace quaywatch {

/// Whether the path lies below a folder into which packages install programs, such as /usr/ or
/// /opt/ (hier(7)). False for a path with a hidden folder, "." or ".." in it: packages do not
/// install to such paths.
[[nodiscard]] bool isSystemPath(std::string_view path) noexcept;

}  // namespace quaywatch
