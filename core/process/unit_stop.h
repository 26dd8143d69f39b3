// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Whether systemd would take the text for the name of a unit: no option, no path, nothing that
/// is not in its alphabet, and one of its suffixes (systemd.unit(5)). Unit names come from cgroups
/// and users' files, which anyone may name.
[[nodiscard]] bool isUnitName(std::string_view text) noexcept;

/// A call of systemctl that stops units, so that a port stays free.
struct UnitStop {
    std::vector<std::string> units;  ///< Each isUnitName().
    /// The words that choose the service manager: none for the system's, "--user" for that of
    /// the user who asks, "--user", "-M", "alice@" for another's.
    std::vector<std::string> manager;
    bool isSudoNeeded = false;  ///< Whether the user who asks has no right to it by themselves.

    /// The words behind "systemctl", for a call without a shell.
    [[nodiscard]] std::vector<std::string> arguments() const;
    /// The same for a person to give to a shell: "sudo systemctl stop cups.socket".
    [[nodiscard]] std::string command() const;

    friend bool operator==(const UnitStop&, const UnitStop&) = default;
};

}  // namespace quaywatch
