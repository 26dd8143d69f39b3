// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/private_file.h"
#include "core/message/message_list.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/file_modes.h"
#include "core/linux/system/folders.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>

namespace quaywatch {
namespace {

using linux_backend::errnoFailure;
using linux_backend::kModeBits;
using linux_backend::kPrivateFile;
using linux_backend::UniqueFd;

constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
constexpr mode_t kOthersWrite = S_IWGRP | S_IWOTH;

/// Removes permissions from a file or folder of this user.
/// @param taken  The permissions of group and others to remove.
Result<void> tighten(const std::string& path, const struct stat& facts, mode_t taken)
{
    if (facts.st_uid != ::geteuid()) {
        return failure(ErrorCode::PermissionDenied, Message(MessageId::OtherUsersFile, path));
    }
    if ((facts.st_mode & taken) != 0 &&
        ::chmod(path.c_str(), facts.st_mode & kModeBits & ~taken) != 0) {
        return errnoFailure(errno, Message(MessageId::ChangePermissions, path));
    }
    return {};
}

}  // namespace

Result<void> makePrivateFolder(const std::string& folder, FolderPrivacy privacy)
{
    if (Result<void> made = linux_backend::makeFolders(folder); !made) {
        return made;
    }
    struct stat facts {};
    if (::stat(folder.c_str(), &facts) != 0) {
        return errnoFailure(errno, Message(MessageId::OpenFile, folder));
    }
    if (!S_ISDIR(facts.st_mode)) {
        return errnoFailure(ENOTDIR, Message(MessageId::MakeFolder, folder));
    }
    return tighten(folder, facts, privacy == FolderPrivacy::Private ? kOthers : kOthersWrite);
}

Result<void> makePrivateFile(const std::string& path)
{
    const UniqueFd made(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivateFile));
    if (made) {
        // A umask such as 0277 removes permissions from the owner, too.
        return ::fchmod(made.get(), kPrivateFile) == 0
                   ? Result<void>()
                   : errnoFailure(errno, Message(MessageId::WriteFile, path));
    }
    if (errno != EEXIST) {
        return errnoFailure(errno, Message(MessageId::WriteFile, path));
    }
    // The file is not opened: closing it would release the locks that this process has on it
    // (fcntl(2)).
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
        return errno == ENOENT
                   ? failure(ErrorCode::Unsupported, Message(MessageId::BrokenLink, path))
                   : errnoFailure(errno, Message(MessageId::OpenFile, path));
    }
    if (!S_ISREG(facts.st_mode)) {
        return failure(ErrorCode::Unsupported, Message(MessageId::NotAFile, path));
    }
    return tighten(path, facts, kOthers);
}

}  // namespace quaywatch
