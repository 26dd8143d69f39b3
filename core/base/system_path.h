// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace quaywatch {

/// Whether the path lies below a folder that packages install programs into, such as /usr/ or
/// /opt/ (hier(7)). A path with a hidden folder, "." or ".." in it does not: what a package
/// installs has none.
[[nodiscard]] bool isSystemPath(std::string_view path) noexcept;

}  // namespace quaywatch
