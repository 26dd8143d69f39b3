// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quaywatch {

/// What this program may read, by the rights of its process.
enum class ReadingRights : std::uint8_t {
    User,          ///< Only its own user's processes.
    Capabilities,  ///< Also those of others: CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH.
    Root,
};

[[nodiscard]] std::string_view token(ReadingRights rights) noexcept;  ///< "capabilities"

/// The system that this program runs on; without the name of the host.
struct SystemFacts {
    std::string name;     ///< "Debian GNU/Linux 12 (bookworm)"; empty if it does not say.
    std::string kernel;   ///< "Linux 6.1.0-26-amd64"
    std::string machine;  ///< "x86_64"
    ReadingRights rights = ReadingRights::User;
    bool hasPackageLists = false;  ///< Those of dpkg, which name the package of a program.
};

/// Reads a few small files; does not block on the network.
[[nodiscard]] SystemFacts readSystemFacts();

/// The name in a text of os-release(5), PRETTY_NAME; empty if there is none. The result is not
/// longer than 200 bytes; untrusted.
[[nodiscard]] std::string systemNameIn(std::string_view osRelease);

}  // namespace quaywatch
