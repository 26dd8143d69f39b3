// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/program_files.h"

#include "core/linux/procfs/command_line.h"
#include "core/linux/procfs/package_owner.h"
#include "core/linux/system/file_identity.h"
#include "core/linux/system/proc_file.h"

#include <fcntl.h>

#include <array>

namespace quaywatch::linux_backend {
namespace {

/// Far more than the number of processes whose listeners need evidence.
constexpr std::size_t kMaxKept = 1024;

/// perl is in perl-base, whatever package its script is from.
constexpr std::array<std::string_view, 1> kInterpreterPackages{"perl-base"};

bool isRootsOwnFile(const struct stat& file) noexcept
{
    return S_ISREG(file.st_mode) && file.st_uid == 0 && (file.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

std::int64_t nanoseconds(const timespec& time) noexcept
{
    return time.tv_sec * std::int64_t{1'000'000'000} + time.tv_nsec;
}

/// Only paths below /usr, or below / where it links into /usr, can be in a package. This also
/// prevents an untrusted path from leading into a file system that hangs.
bool isPackagedPath(std::string_view path) noexcept
{
    constexpr std::array<std::string_view, 3> kRoots{"/usr/", "/bin/", "/sbin/"};
    for (const std::string_view root : kRoots) {
        if (path.starts_with(root)) {
            return path.find("/.") == std::string_view::npos;
        }
    }
    return false;
}

std::optional<struct stat> fileAt(const std::string& path)
{
    struct stat file {};
    if (!isPackagedPath(path) || stat(path.c_str(), &file) != 0) {
        return std::nullopt;
    }
    return file;
}

/// The script with which perl was started: the first word that is not an option. Empty if there are
/// options that take a word of their own, or code, since these are not parsed.
std::optional<std::string> scriptPathOf(const ProcessInfo& process)
{
    for (std::size_t i = 1; i < process.command.size(); ++i) {
        const std::string& word = process.command[i];
        if (word.starts_with('/')) {
            return word;
        }
        if (!word.starts_with('-') || word.find_first_of("eEIMmx") != std::string::npos) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

template <class Map>
void keepSmall(Map& map)
{
    if (map.size() >= kMaxKept) {
        map.clear();
    }
}

}  // namespace

ProgramFiles::ProgramFiles(UniqueFd proc, std::string listFolder)
    : m_proc(std::move(proc))
    , m_listFolder(std::move(listFolder))
{
}

std::optional<bool> ProgramFiles::isRootsOwn(const ProcessInfo& process)
{
    ProgramRun run{process.id, process.exe.value_or("")};
    if (const auto known = m_isRootsOwn.find(run); known != m_isRootsOwn.end()) {
        return known->second;
    }
    const auto executable = executableOf(process);
    const auto answer = executable ? std::optional(isRootsOwnFile(*executable)) : std::nullopt;
    keepSmall(m_isRootsOwn);
    m_isRootsOwn.emplace(std::move(run), answer);
    return answer;
}

std::optional<std::string> ProgramFiles::packageOf(const ProcessInfo& process,
                                                   std::span<const std::string_view> packages)
{
    if (!process.exe || packages.empty()) {
        return std::nullopt;
    }
    std::pair<ProgramRun, std::string> question{{process.id, *process.exe},
                                                std::string(packages.front())};
    if (const auto known = m_packages.find(question); known != m_packages.end()) {
        return known->second;
    }
    auto answer = findPackage(process, packages);
    keepSmall(m_packages);
    m_packages.emplace(std::move(question), answer);
    return answer;
}

std::optional<struct stat> ProgramFiles::executableOf(const ProcessInfo& process) const
{
    const std::string path = std::string(PidName(process.id.pid).c_str()) + "/exe";
    struct stat file {};
    if (fstatat(m_proc.get(), path.c_str(), &file, 0) != 0) {
        return std::nullopt;
    }
    return file;
}

std::optional<std::string> ProgramFiles::findPackage(const ProcessInfo& process,
                                                     std::span<const std::string_view> packages)
{
    const auto executable = executableOf(process);
    const auto here = fileAt(*process.exe);
    if (!executable || !here || !isSameFile(*executable, *here)) {
        return std::nullopt;
    }
    if (interpreterOf(baseName(*process.exe)) != Interpreter::Perl) {
        return packageOfFile(*process.exe, *executable, packages);
    }
    if (!packageOfFile(*process.exe, *executable, kInterpreterPackages)) {
        return std::nullopt;
    }
    const auto script = scriptPathOf(process);
    const auto scriptFile = script ? fileAt(*script) : std::nullopt;
    return scriptFile ? packageOfFile(*script, *scriptFile, packages) : std::nullopt;
}

std::optional<std::string> ProgramFiles::packageOfFile(const std::string& path,
                                                       const struct stat& file,
                                                       std::span<const std::string_view> packages)
{
    if (!isRootsOwnFile(file)) {
        return std::nullopt;
    }
    for (const std::string_view package : packages) {
        if (!package.empty() && isInPackage(path, file, package)) {
            return std::string(package);
        }
    }
    return std::nullopt;
}

bool ProgramFiles::isInPackage(const std::string& path, const struct stat& file,
                               std::string_view package)
{
    const FileVersion version{file.st_dev, file.st_ino, nanoseconds(file.st_mtim),
                              nanoseconds(file.st_ctim)};
    std::tuple question{version, path, std::string(package)};
    if (const auto known = m_files.find(question); known != m_files.end()) {
        return known->second;
    }
    const bool isOwned = isOwnedByPackage(path, package, m_listFolder.c_str());
    keepSmall(m_files);
    m_files.emplace(std::move(question), isOwned);
    return isOwned;
}

}  // namespace quaywatch::linux_backend

namespace quaywatch {

std::shared_ptr<ProgramEvidence> programEvidenceOfThisMachine()
{
    using namespace linux_backend;
    return std::make_shared<ProgramFiles>(
        UniqueFd(open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC)));
}

}  // namespace quaywatch
