// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"

#include <string_view>

namespace quaywatch::registry {

/// The program's own short note on a port with a history, such as 931. English prose; empty if
/// there is none.
[[nodiscard]] std::string_view portNote(Port port) noexcept;

}  // namespace quaywatch::registry
