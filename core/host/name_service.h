// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace quaywatch {

/// Whether this program gets the names of users from the system's name service, as other programs
/// do. If not, it knows only the users in /etc/passwd: users of LDAP, SSSD or systemd-homed have no
/// name. This is decided when the program is built: the static program must not load the modules of
/// the name service, which are made for the C library of the machine.
[[nodiscard]] bool usesNameService() noexcept;

}  // namespace quaywatch
