// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What this program can read on this machine, and what not: `quaywatch-cli doctor`, and the text
/// that the window copies for a report of a problem. In English, like such reports. It contains no
/// name of a user, a process, a file of the user or a host.

#pragma once

#include "core/host/system_facts.h"
#include "core/monitor/system_access.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// One source of what the program shows.
struct DoctorSource {
    enum class State : std::uint8_t {
        Complete,  ///< Everything can be read.
        Partial,   ///< A part is missing.
        Missing,   ///< Nothing can be read.
        Unused,    ///< It does not exist here, or nobody has set it up.
    };
    std::string_view id;    ///< For scripts: "sockets"
    std::string_view name;  ///< "Socket tables"
    State state = State::Complete;
    std::string text;    ///< What can be read, or what not and why; safe to show.
    std::string remedy;  ///< What the user can do, mostly a command; may be empty.
};

[[nodiscard]] std::string_view token(DoctorSource::State state) noexcept;  ///< "partial"

struct DoctorReport {
    std::string version;  ///< Of this program.
    SystemFacts system;
    std::vector<DoctorSource> sources;

    /// Whether sockets can be read at all.
    [[nodiscard]] bool canReadSockets() const noexcept;
};

/// Tries each source. Blocks, as long as one complete reading takes.
[[nodiscard]] DoctorReport examine(const SystemAccess& access, std::string_view version);

}  // namespace quaywatch
