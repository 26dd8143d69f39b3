// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Why a cell of a socket table is empty.

#pragma once

#include "app/text/socket_text.h"

#include <QString>

namespace quaywatch {

[[nodiscard]] QString whyNoUser(const SocketRecord& socket);
/// Call it only for a cell that is empty. Empty if there is nothing to say.
[[nodiscard]] QString whyMissing(const SocketCell& cell);

}  // namespace quaywatch
