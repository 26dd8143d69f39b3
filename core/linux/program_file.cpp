// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/program_file.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/file_stamp.h"
#include "core/message/message_list.h"

#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <string_view>

namespace quaywatch {
namespace {

constexpr const char* kExe = "/proc/self/exe";
/// What the kernel adds to the path of a file that has no name any more.
constexpr std::string_view kDeleted = " (deleted)";

std::string variable(const char* name)
{
    const char* const text = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return text == nullptr ? std::string() : text;
}

}  // namespace

Result<ProgramFile> runningProgram()
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(kExe, target.data(), target.size());
    struct stat facts {};
    if (size <= 0 || ::stat(kExe, &facts) != 0) {
        return linux_backend::errnoFailure(errno, Message(MessageId::ReadFile, kExe));
    }
    ProgramFile program{std::string(target.data(), static_cast<std::size_t>(size)),
                        linux_backend::stampFrom(facts), kExe};
    if (facts.st_nlink == 0 && program.path.ends_with(kDeleted)) {
        program.path.resize(program.path.size() - kDeleted.size());
    }
    // An AppImage runs from a mount of its own; the file that is started and replaced is another.
    const std::string image = variable("APPIMAGE");
    const std::string mount = variable("APPDIR");
    if (image.starts_with('/') && mount.starts_with('/') && program.path.starts_with(mount + "/")) {
        if (const Result<FileStamp> stamp = stampOf(image)) {
            return ProgramFile{image, *stamp, {}};
        }
    }
    return program;
}

}  // namespace quaywatch
