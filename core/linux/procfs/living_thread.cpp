// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/living_thread.h"

#include "core/linux/system/directory_stream.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <unistd.h>

#include <string>

namespace quaywatch::linux_backend {
namespace {

/// Enough for a line of `stat` with the longest name and numbers.
constexpr std::size_t kStatBytes = 4096;

std::optional<ProcStat> readStat(ProcFile& file, int folder)
{
    const auto text = file.read(folder, "stat");
    return text ? parseProcStat(*text) : std::nullopt;
}

}  // namespace

UniqueFd openLivingThread(int pidFd)
{
    const int tasks = openat(pidFd, "task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (tasks < 0) {
        return {};
    }
    const DirectoryStream listing(fdopendir(tasks));
    if (!listing) {
        close(tasks);
        return {};
    }
    ProcFile file(kStatBytes);
    // Only this function uses the stream.
    while (const dirent* entry = readdir(listing.get())) {  // NOLINT(concurrency-mt-unsafe)
        const char* const name = &entry->d_name[0];
        if (!parseUnsigned<std::uint32_t>(name)) {
            continue;
        }
        UniqueFd thread(openat(tasks, name, O_PATH | O_DIRECTORY | O_CLOEXEC));
        const auto stat = thread ? readStat(file, thread.get()) : std::nullopt;
        if (stat && !stat->hasEnded()) {
            return thread;
        }
    }
    return {};
}

UniqueFd openServingThread(int pidFd, const ProcStat& stat)
{
    return stat.hasEnded() ? openLivingThread(pidFd) : UniqueFd();
}

UniqueFd openServingThread(int pidFd)
{
    ProcFile file(kStatBytes);
    const auto stat = readStat(file, pidFd);
    return stat ? openServingThread(pidFd, *stat) : UniqueFd();
}

bool hasProcessEnded(int pidFd, const ProcStat& stat)
{
    return stat.hasEnded() && !openLivingThread(pidFd);
}

std::optional<ProcessState> processStateIn(int pidFd, const ProcStat& stat)
{
    const UniqueFd living = openServingThread(pidFd, stat);
    ProcFile file(kStatBytes);
    const auto threads = living ? readStat(file, living.get()) : std::nullopt;
    return processStateOf(threads.value_or(stat));
}

std::optional<std::uint32_t> parseThreadGroup(std::string_view status) noexcept
{
    constexpr std::string_view kKey = "\nTgid:\t";
    const auto at = status.find(kKey);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = status.substr(at + kKey.size());
    return parseUnsigned<std::uint32_t>(rest.substr(0, rest.find('\n')));
}

std::optional<std::uint32_t> processOfNumber(int procFd, std::uint32_t number, ProcFile& file)
{
    const std::string path = std::string(PidName(number).c_str()) + "/status";
    const auto text = file.read(procFd, path.c_str());
    return text ? parseThreadGroup(*text) : std::nullopt;
}

}  // namespace quaywatch::linux_backend
