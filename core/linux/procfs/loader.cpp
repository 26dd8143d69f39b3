// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/loader.h"

#include "core/base/system_path.h"
#include "core/linux/procfs/command_line.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kMaxMaps = std::size_t{1024} * 1024;
constexpr std::string_view kLibraryMark = ".so";

template <std::size_t size>
bool isAmong(const std::array<std::string_view, size>& words, std::string_view word) noexcept
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The names of qemu-user: "qemu-" and a processor, "-static" if it is linked so.
bool isQemuUser(std::string_view name) noexcept
{
    static constexpr std::array<std::string_view, 37> kProcessors{
        "aarch64",    "aarch64_be", "alpha",       "arm",        "armeb",      "cris",
        "hexagon",    "hppa",       "i386",        "m68k",       "mips",       "mips64",
        "mips64el",   "mipsel",     "mipsn32",     "mipsn32el",  "nios2",      "or1k",
        "ppc",        "ppc64",      "ppc64le",     "riscv32",    "riscv64",    "s390x",
        "sh4",        "sh4eb",      "sparc",       "sparc64",    "tilegx",     "x86_64",
        "xtensa",     "xtensaeb",   "sparc32plus", "ppc64abi32", "microblaze", "microblazeel",
        "loongarch64"};
    constexpr std::string_view kPrefix = "qemu-";
    constexpr std::string_view kStatic = "-static";
    if (!name.starts_with(kPrefix)) {
        return false;
    }
    name.remove_prefix(kPrefix.size());
    if (name.ends_with(kStatic)) {
        name.remove_suffix(kStatic.size());
    }
    return isAmong(kProcessors, name);
}

/// "ld-linux-x86-64.so.2", "ld-2.31.so", "ld-musl-x86_64.so.1", "ld64.so.2"; musl's file is also
/// called "libc.so".
bool isLinker(std::string_view name) noexcept
{
    const bool isNamedSo =
        name.starts_with("ld-") || name.starts_with("ld.") || name.starts_with("ld64.");
    return (isNamedSo && name.find(kLibraryMark) != std::string_view::npos) || name == "libc.so";
}

bool takesValue(Loader loader, std::string_view option) noexcept
{
    if (loader == Loader::Linker) {
        // ld.so(8); musl has some of them.
        static constexpr std::array<std::string_view, 7> kOptions{
            "--library-path",        "--preload", "--audit",
            "--inhibit-rpath",       "--argv0",   "--glibc-hwcaps-mask",
            "--glibc-hwcaps-prepend"};
        return isAmong(kOptions, option);
    }
    // qemu-user takes one dash or two.
    static constexpr std::array<std::string_view, 18> kOptions{
        "g", "L", "s", "cpu", "E",       "U",    "0",      "r",       "B",
        "R", "d", "D", "p",   "dfilter", "seed", "plugin", "tb-size", "trace"};
    option.remove_prefix(std::min(option.size(), option.find_first_not_of('-')));
    return isAmong(kOptions, option);
}

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isSameName(Loader loader, std::string_view file, std::string_view name) noexcept
{
    if (loader != Loader::Wine) {
        return file == name;
    }
    // Windows does not distinguish upper and lower case, and adds the suffix itself.
    constexpr std::string_view kSuffix = ".exe";
    const auto isSame = [](std::string_view x, std::string_view y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [](char c, char d) { return lower(c) == lower(d); });
    };
    return isSame(file, name) ||
           (file.size() == name.size() + kSuffix.size() &&
            isSame(file.substr(0, name.size()), name) && isSame(file.substr(name.size()), kSuffix));
}

/// The path at the end of a line of maps, after "address perms offset dev inode".
std::string_view pathOf(std::string_view line) noexcept
{
    for (int column = 0; column < 5; ++column) {
        line.remove_prefix(std::min(line.size(), line.find(' ')));
        line.remove_prefix(std::min(line.size(), line.find_first_not_of(' ')));
    }
    return line.starts_with('/') ? line : std::string_view();
}

/// The only path that fits; empty if there are several.
template <class Fits>
std::optional<std::string> onlyPath(const std::vector<MappedFile>& files, const Fits& fits)
{
    const auto first = std::find_if(files.begin(), files.end(), fits);
    if (first == files.end() || std::find_if(first + 1, files.end(), fits) != files.end()) {
        return std::nullopt;
    }
    return first->path;
}

}  // namespace

Loader loaderOf(std::string_view executable) noexcept
{
    static constexpr std::array<std::string_view, 7> kEmulators{
        "box64", "box86", "FEX", "FEXInterpreter", "FEXLoader", "rosetta", "blink"};
    static constexpr std::array<std::string_view, 5> kWine{"wine", "wine64", "wine-preloader",
                                                           "wine64-preloader", "wine-stable"};
    const std::string_view name = baseName(executable);
    if (isLinker(name)) {
        return Loader::Linker;
    }
    // valgrind runs "/usr/libexec/valgrind/memcheck-amd64-linux".
    const bool isValgrind =
        executable.find("/valgrind/") != std::string_view::npos && name.ends_with("-linux");
    if (isQemuUser(name) || isAmong(kEmulators, name) || isValgrind) {
        return Loader::Emulator;
    }
    if (name == "wineserver" || name == "wineserver64" || name == "wineserver32") {
        return Loader::Server;
    }
    return isAmong(kWine, name) ? Loader::Wine : Loader::None;
}

std::vector<std::string> loadedCommand(Loader loader, const std::vector<std::string>& command)
{
    if (loader == Loader::Wine) {
        // The loader removes itself from the command line.
        const auto program =
            std::find_if(command.begin(), command.end(),
                         [](const std::string& word) { return loaderOf(word) != Loader::Wine; });
        return {program, command.end()};
    }
    if (loader == Loader::Server) {
        return {};
    }
    for (std::size_t i = 1; loader != Loader::None && i < command.size(); ++i) {
        const std::string& word = command[i];
        if (word == "--") {
            return {command.begin() + static_cast<std::ptrdiff_t>(i) + 1, command.end()};
        }
        if (word.starts_with('-')) {
            i += takesValue(loader, word) ? 1U : 0U;
            continue;
        }
        std::vector<std::string> words(command.begin() + static_cast<std::ptrdiff_t>(i),
                                       command.end());
        // The kernel was asked to keep the program's own argv[0] after the path: binfmt_misc's flag
        // P, which the name of qemu's link tells qemu.
        if (command.front().ends_with("-binfmt-P") && words.size() > 1) {
            words.erase(words.begin() + 1);
        }
        return words;
    }
    return {};
}

std::string_view loadedName(Loader loader, std::string_view program) noexcept
{
    const auto slash = program.find_last_of(loader == Loader::Wine ? "/\\" : "/");
    return slash == std::string_view::npos ? program : program.substr(slash + 1);
}

std::vector<MappedFile> parseMappedFiles(std::string_view maps)
{
    std::map<std::string, bool, std::less<>> byPath;
    while (!maps.empty()) {
        const std::string_view line = maps.substr(0, maps.find('\n'));
        maps.remove_prefix(std::min(maps.size(), line.size() + 1));
        std::string_view path = pathOf(line);
        if (path.ends_with(kDeletedMark)) {
            path.remove_suffix(kDeletedMark.size());
            path = isSystemPath(path) ? path : std::string_view();
        }
        if (path.empty()) {
            continue;
        }
        const std::size_t blank = line.find(' ');
        const bool isExecutable = line.substr(blank + 1, 4).find('x') != std::string_view::npos;
        const auto known = byPath.find(path);
        if (known != byPath.end()) {
            known->second = known->second || isExecutable;
        } else {
            byPath.emplace(path, isExecutable);
        }
    }
    std::vector<MappedFile> files;
    files.reserve(byPath.size());
    for (const auto& [path, isExecutable] : byPath) {
        files.push_back({path, isExecutable});
    }
    return files;
}

std::vector<MappedFile> readMappedFiles(int pidFd)
{
    const UniqueFd file(openat(pidFd, "maps", O_RDONLY | O_CLOEXEC));
    std::string text;
    std::array<char, 16384> buffer{};
    while (file && text.size() < kMaxMaps) {
        // The kernel returns some lines at a time.
        const ssize_t length = ::read(file.get(), buffer.data(), buffer.size());
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length <= 0) {
            break;
        }
        text.append(buffer.data(), static_cast<std::size_t>(length));
    }
    return parseMappedFiles(text);
}

std::optional<std::string> loadedFile(Loader loader, std::string_view loaderPath,
                                      std::string_view named, std::string_view resolved,
                                      const std::vector<MappedFile>& files)
{
    const auto isCode = [&](const MappedFile& file) {
        return file.isExecutable && file.path != loaderPath &&
               baseName(file.path).find(kLibraryMark) == std::string_view::npos;
    };
    // Beside libraries, the linker maps one file with code: that is the program, whatever the
    // command line says.
    if (auto program = loader == Loader::Linker ? onlyPath(files, isCode) : std::nullopt) {
        return program;
    }
    if (named.empty()) {
        return std::nullopt;
    }
    for (const std::string_view wanted : {resolved, named}) {
        const auto found = std::find_if(files.begin(), files.end(), [&](const MappedFile& file) {
            return file.path == wanted && wanted != loaderPath;
        });
        if (found != files.end()) {
            return found->path;
        }
    }
    // The folder of a relative path may be another one by now.
    const std::string_view name = loadedName(loader, named);
    return onlyPath(files, [&](const MappedFile& file) {
        return file.path != loaderPath && isSameName(loader, baseName(file.path), name);
    });
}

}  // namespace quaywatch::linux_backend
