// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string_view>

namespace quaywatch {

/// Receives the next piece of a text; returns false if it accepts no more (a closed pipe, a full
/// disk).
using TextWriter = std::function<bool(std::string_view)>;

}  // namespace quaywatch
