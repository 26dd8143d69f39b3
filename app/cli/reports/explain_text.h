// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/explain.h"

#include <cstddef>
#include <string>

namespace quaywatch::cli {

/// The whole explanation as plain text, with lines wrapped at `width` columns.
[[nodiscard]] std::string toText(const PortExplanation& explanation, std::size_t width = 80);

}  // namespace quaywatch::cli
