// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

#include <string>
#include <vector>

namespace quaywatch {

/// The rows as CSV (RFC 4180, CRLF, UTF-8) with a header of stable names. Unknown cells are empty;
/// several owners share a cell, separated by spaces. Text is in the form of fullDisplayText(). An
/// apostrophe is put before a text that a spreadsheet would run as a formula (one that begins with
/// = + - or @), and also after a semicolon, which separates cells in locales where the comma is the
/// decimal sign.
[[nodiscard]] std::string toCsv(const std::vector<const SocketRecord*>& sockets);

}  // namespace quaywatch
