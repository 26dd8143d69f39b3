// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"
#include "core/sockets/socket_record.h"

#include <list>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The programs of the processes that hold a socket, each once, as entries name them
/// (executedProgram()). An unknown one is an empty text. Valid as long as the socket's owners.
class HolderPrograms {
public:
    explicit HolderPrograms(const SocketRecord& socket);
    HolderPrograms(const HolderPrograms&) = delete;
    HolderPrograms& operator=(const HolderPrograms&) = delete;
    ~HolderPrograms() = default;

    // NOLINTNEXTLINE(readability-identifier-naming): for range-based loops
    [[nodiscard]] auto begin() const noexcept { return m_all.begin(); }
    // NOLINTNEXTLINE(readability-identifier-naming)
    [[nodiscard]] auto end() const noexcept { return m_all.end(); }

private:
    void add(std::string_view program);

    std::list<std::string> m_made;  ///< Only the few that run through a loader need a text.
    std::vector<std::string_view> m_all;
};

/// The first owner whose program no entry can name, so that only an entry for any program accepts
/// the socket: its path is too long, has another meaning here, or does not show what runs. Null if
/// there is none.
[[nodiscard]] const ProcessInfo* namelessOwner(const SocketRecord& socket) noexcept;

/// What is wrong with such an owner's program: "one that has this path only in its own file
/// system".
[[nodiscard]] Message namelessText(const ProcessInfo& owner);

}  // namespace quaywatch
