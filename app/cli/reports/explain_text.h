// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/explain.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quaywatch::cli {

/// The whole explanation as plain text, with lines wrapped at `width` columns.
/// @param others  The further ports of the service, of which only the present use is listed.
[[nodiscard]] std::string toText(const PortExplanation& explanation, std::size_t width = 80,
                                 const std::vector<PortExplanation>& others = {});

}  // namespace quaywatch::cli
