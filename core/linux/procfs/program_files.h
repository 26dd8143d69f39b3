// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/system/unique_fd.h"
#include "core/sockets/program_evidence.h"

#include <sys/stat.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace quaywatch::linux_backend {

/// Evidence about programs from /proc/PID/exe and dpkg's lists. The evidence about a process is
/// kept until the process runs another executable, so that it does not change when an upgrade
/// replaces the file. Whether a package owns a file is kept by the file's device, inode and times.
///
/// A file of another mount namespace is never mistaken for a file of this one: the path and the
/// executable must be the same file here.
class ProgramFiles final : public ProgramEvidence {
public:
    /// @param proc        A directory descriptor of /proc.
    /// @param listFolder  Of dpkg; for tests.
    explicit ProgramFiles(UniqueFd proc, std::string listFolder = "/var/lib/dpkg/info");

    [[nodiscard]] std::optional<bool> isRootsOwn(const ProcessInfo& process) override;
    [[nodiscard]] std::optional<std::string> packageOf(
        const ProcessInfo& process, std::span<const std::string_view> packages) override;

private:
    /// A process while it runs one executable.
    using ProgramRun = std::pair<ProcessId, std::string>;
    /// Device, inode, and the times of the last change of content and of status, in nanoseconds.
    using FileVersion = std::tuple<std::uint64_t, std::uint64_t, std::int64_t, std::int64_t>;

    [[nodiscard]] std::optional<struct stat> executableOf(const ProcessInfo& process) const;
    [[nodiscard]] std::optional<std::string> findPackage(
        const ProcessInfo& process, std::span<const std::string_view> packages);
    [[nodiscard]] std::optional<std::string> packageOfFile(
        const std::string& path, const struct stat& file,
        std::span<const std::string_view> packages);
    [[nodiscard]] bool isInPackage(const std::string& path, const struct stat& file,
                                   std::string_view package);

    UniqueFd m_proc;
    std::string m_listFolder;
    std::map<ProgramRun, std::optional<bool>> m_isRootsOwn;
    std::map<std::pair<ProgramRun, std::string>, std::optional<std::string>> m_packages;
    std::map<std::tuple<FileVersion, std::string, std::string>, bool> m_files;
};

}  // namespace quaywatch::linux_backend
