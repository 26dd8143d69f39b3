// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch::linux_backend {

/// The Debian package that owns a file, from dpkg's lists. Reads them all (tens of milliseconds),
/// starts no program, and ignores diversions.
///
/// @param path        Absolute. Where /bin is a link into /usr, both spellings are looked for:
///                    dpkg knows only the one that the package was built with.
/// @param listFolder  For tests.
/// @return Without an architecture; empty if no package owns it or there is no dpkg here.
[[nodiscard]] std::optional<std::string> packageOwning(
    const std::string& path, const char* listFolder = "/var/lib/dpkg/info");

/// Whether this package owns the file: as packageOwning(), but reads one list alone. Packages that
/// can be installed for several architectures at once are not looked for.
[[nodiscard]] bool isOwnedByPackage(const std::string& path, std::string_view package,
                                    const char* listFolder = "/var/lib/dpkg/info");

}  // namespace quaywatch::linux_backend
