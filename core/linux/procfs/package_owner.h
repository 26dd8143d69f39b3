// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch::linux_backend {

/// The Debian package that owns a file, from dpkg's lists. Reads all lists (tens of milliseconds),
/// starts no program, and ignores diversions.
///
/// @param path        Absolute. If /bin is a link into /usr, both spellings are searched for: dpkg
///                    knows only the one with which the package was built.
/// @param listFolder  For tests.
/// @return The name without an architecture; empty if no package owns the file or dpkg is not
///         installed.
[[nodiscard]] std::optional<std::string> packageOwning(
    const std::string& path, const char* listFolder = "/var/lib/dpkg/info");

/// Whether this package owns the file: as packageOwning(), but reads only one list. Packages that
/// can be installed for several architectures at once are not supported.
[[nodiscard]] bool isOwnedByPackage(const std::string& path, std::string_view package,
                                    const char* listFolder = "/var/lib/dpkg/info");

}  // namespace quaywatch::linux_backend
