// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace quaywatch {

/// Whether the other end of a connected local socket was made by this user, as the kernel has it.
/// False also where that cannot be known.
///
/// @param descriptor  Of the socket, as QLocalSocket::socketDescriptor() has it.
[[nodiscard]] bool isPeerOfThisUser(std::intptr_t descriptor) noexcept;

}  // namespace quaywatch
