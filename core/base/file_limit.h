// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace quaywatch {

/// Lets this program open as many files at once as the system allows it (its hard limit), 65,536 at
/// most: each process that is to be ended is held by two. For the start of a program; what cannot
/// be raised stays.
void raiseFileLimit() noexcept;

}  // namespace quaywatch
