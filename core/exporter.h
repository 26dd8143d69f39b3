// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/snapshot.h"

#include <string>
#include <vector>

namespace quaywatch {

/// The rows as CSV (RFC 4180, CRLF, UTF-8) with a header of stable tokens. Cells that a
/// spreadsheet would run as a formula (= + - @ tab CR first) get a leading apostrophe.
[[nodiscard]] std::string toCsv(const std::vector<const SocketRecord*>& sockets);

}  // namespace quaywatch
