// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Whether systemd would accept the text as the name of a unit: no option, no path, only permitted
/// characters, and one of its suffixes (systemd.unit(5)). Unit names come from cgroups and users'
/// files, so they are untrusted.
[[nodiscard]] bool isUnitName(std::string_view text) noexcept;

/// A call of systemctl that stops units, so that a port remains free.
struct UnitStop {
    std::vector<std::string> units;  ///< Each is a valid name, see isUnitName().
    /// The options that select the service manager: none for the system's, "--user" for that of the
    /// current user, "--user", "-M", "alice@" for another user's.
    std::vector<std::string> manager;
    bool isSudoNeeded = false;  ///< The current user may not do it without sudo.

    /// The arguments after "systemctl", for a call without a shell.
    [[nodiscard]] std::vector<std::string> arguments() const;
    /// The same as a shell command for the user: "sudo systemctl stop cups.socket".
    [[nodiscard]] std::string command() const;

    friend bool operator==(const UnitStop&, const UnitStop&) = default;
};

}  // namespace quaywatch
