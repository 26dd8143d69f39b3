// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/procfs/loader.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/user_names.h"
#include "core/sockets/process_info.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// Reads the facts about processes that a poll needs. Keeps what all of them share: buffers, user
/// names and the boot time.
///
/// Use it from one thread at a time; objects on several threads may share the names. A user's name
/// that is not known yet may be missing until a later read (see UserNames).
class ProcessReader {
public:
    /// @param users  Null: users have no names.
    explicit ProcessReader(std::shared_ptr<UserNames> users);

    /// @param procFd  A directory descriptor of /proc; O_PATH is enough.
    /// @return Null if there is no such process. Facts that may not be read are empty: for another
    ///         user's process, these are exe and workingDirectory, and `name` is then less exact.
    [[nodiscard]] ProcessPtr read(int procFd, std::uint32_t pid);

    /// Whether the process has ended, or is ending: it may still hold its descriptors.
    [[nodiscard]] bool hasEnded(int procFd, std::uint32_t pid);

    /// Much cheaper than read(): shows whether the number still refers to the same process.
    [[nodiscard]] std::optional<std::uint64_t> startTimeOf(int procFd, std::uint32_t pid);

private:
    using SystemTime = std::chrono::system_clock::time_point;

    void readExecutable(int pidFd, ProcessInfo& info);
    [[nodiscard]] bool isForeign(int pidFd, const ProcessInfo& info);
    void readProgram(int pidFd, ProcessInfo& info);
    void readLoaded(int pidFd, Loader loader, ProcessInfo& info);
    void readScript(int pidFd, std::string_view program, const std::vector<std::string>& command,
                    ProcessInfo& info);
    [[nodiscard]] SystemTime startedAt(std::uint64_t startTime);

    std::shared_ptr<UserNames> m_users;
    ProcFile m_file;
    SystemTime m_bootedAt;
};

}  // namespace quaywatch::linux_backend
