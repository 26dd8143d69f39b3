// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace quaywatch {

/// Whether this user created the other end of a connected local socket, according to the kernel.
/// Also false if that cannot be determined.
///
/// @param descriptor  The socket, as returned by QLocalSocket::socketDescriptor().
[[nodiscard]] bool isPeerOfThisUser(std::intptr_t descriptor) noexcept;

}  // namespace quaywatch
