// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/folders.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/file_modes.h"
#include "core/message/message_list.h"

#include <sys/stat.h>
#include <cerrno>

namespace quaywatch::linux_backend {
namespace {

/// @return 0, EEXIST, or another errno.
int makeOne(const std::string& folder) noexcept
{
    if (::mkdir(folder.c_str(), kPrivateFolder) != 0) {
        return errno;
    }
    // A umask such as 0277 removes permissions from the owner, too.
    static_cast<void>(::chmod(folder.c_str(), kPrivateFolder));
    return 0;
}

}  // namespace

std::string folderOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) {
        return ".";
    }
    return slash == 0 ? "/" : path.substr(0, slash);
}

Result<void> makeFolders(const std::string& folder)
{
    int error = makeOne(folder);
    if (error == ENOENT && folder.find('/') != std::string::npos && folder != "/") {
        if (Result<void> made = makeFolders(folderOf(folder)); !made) {
            return made;
        }
        error = makeOne(folder);
    }
    return error == 0 || error == EEXIST
               ? Result<void>()
               : errnoFailure(error, Message(MessageId::MakeFolder, folder));
}

}  // namespace quaywatch::linux_backend
