// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Programs that run another program in their own process: the dynamic linker (ld.so), emulators
/// such as qemu-user, and wine. /proc/PID/exe names the loader for all of them; which program it
/// runs is claimed by the command line, and shown by the files that are mapped.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

enum class Loader : unsigned char {
    None,
    Linker,    ///< ld.so(8) with a program as its argument; also musl's.
    Emulator,  ///< qemu-user, box64, FEX, Rosetta, valgrind.
    Wine,
    Server,  ///< wineserver, which holds the sockets of all Windows programs of a user.
};

/// The kind of loader by the path of an executable. "qemu-system-x86_64" is none: it runs a whole
/// machine.
[[nodiscard]] Loader loaderOf(std::string_view executable) noexcept;

/// The command line of the program that a loader runs, beginning with the program as it was named:
/// a path, or "C:\shop\server.exe" for wine. Empty if there is none, and for Loader::Server.
[[nodiscard]] std::vector<std::string> loadedCommand(Loader loader,
                                                     const std::vector<std::string>& command);

/// The part of a path after its last slash; for wine, also after its last backslash.
[[nodiscard]] std::string_view loadedName(Loader loader, std::string_view program) noexcept;

/// A file that a process has mapped.
struct MappedFile {
    std::string path;
    bool isExecutable = false;  ///< A part of it is mapped as code.

    friend bool operator==(const MappedFile&, const MappedFile&) = default;
};

/// The files in the text of /proc/PID/maps (proc(5)), each once, by path. Without deleted ones,
/// whose paths anyone may choose, unless they are below a folder of the system.
[[nodiscard]] std::vector<MappedFile> parseMappedFiles(std::string_view maps);

/// Reads /proc/PID/maps, at most one megabyte of it.
[[nodiscard]] std::vector<MappedFile> readMappedFiles(int pidFd);

/// The file of the program that a loader runs. A process may write what it likes into its command
/// line, so the file must be mapped.
///
/// @param loaderPath  The loader itself, which is mapped as well.
/// @param named       The program as the command line names it; may be empty.
/// @param resolved    `named` without links, if known.
/// @return Empty if it is not clear which of the mapped files it is.
[[nodiscard]] std::optional<std::string> loadedFile(Loader loader, std::string_view loaderPath,
                                                    std::string_view named,
                                                    std::string_view resolved,
                                                    const std::vector<MappedFile>& files);

}  // namespace quaywatch::linux_backend
