// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace quaywatch {

/// Raises this program's limit of open files to the system's hard limit, at most 65,536: each
/// process that is to be ended needs two descriptors. Call it when the program starts. If the limit
/// cannot be raised, it stays as it is.
void raiseFileLimit() noexcept;

}  // namespace quaywatch
