// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The text of expected.toml, and changing it without losing comments or order. parseBaseline()
/// reads it.
///
/// ```toml
/// schema = 1
///
/// [[expect]]
/// port = 22                      # or "8000-8010"; or, in its place, rpc = "mountd"
/// protocol = "tcp"               # or "udp", "any"
/// address = "any"                # or "loopback", "10.0.0.5", "10.0.0.0/8"
/// program = "/usr/sbin/sshd"     # or "any", or several: ["/a", "/b"]; "" if not known;
///                                # "/usr/bin/qemu-arm /srv/server" for what a loader runs
/// user = "root"                  # as which it runs; or "any", or several: ["a", "b"]; "" if not
///                                # known
/// unit = "ssh.service"           # or "any"; if omitted: none
/// unit-manager = "user"          # for a unit of a user's own systemd; or "system"
/// container = "docker"           # or "any"; if omitted: none
/// until = 2026-12-31             # if omitted: no time limit
/// required = true                # `check` reports it if it is missing
/// fixed = true                   # in a file of the system: users' files cannot change the port
/// note = "remote administration"
/// ```

#pragma once

#include "core/base/result.h"
#include "core/baseline/baseline.h"
#include "core/baseline/baseline_error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quaywatch {

/// "2026-12-31" for the end of that day, otherwise "2026-12-31T18:00:00Z"; in UTC.
[[nodiscard]] std::string untilText(BaselineEntry::Time until);

/// "any", "loopback", "10.0.0.5", "10.0.0.0/8"
[[nodiscard]] std::string addressText(const ExpectedAddress& address);

/// The lines of one entry, beginning with `[[expect]]`, each ending in a line feed. They are valid
/// TOML whatever the texts contain; characters that are not printable are written as \uNNNN.
///
/// @return Malformed: a path or a name is not UTF-8, so TOML cannot contain it.
[[nodiscard]] Result<std::string> entryText(const BaselineEntry& entry);

/// The text with the entry added at the end. No existing byte is changed, and withoutEntry() of the
/// result returns the original text.
[[nodiscard]] tl::expected<std::string, BaselineError> withEntry(std::string_view text,
                                                                 const BaselineEntry& entry);

/// The text without the entry whose `[[expect]]` is on that line, and without the blank line before
/// it. Comments between the entry's own lines are removed with it, all others are kept.
[[nodiscard]] tl::expected<std::string, BaselineError> withoutEntry(std::string_view text,
                                                                    std::uint32_t line);

/// A baseline without entries, with a comment that says how to write one.
[[nodiscard]] std::string emptyBaselineText();

}  // namespace quaywatch
