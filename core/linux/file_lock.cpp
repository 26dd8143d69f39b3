// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Uses flock(2): such a lock belongs to an open file, so that two objects of one process exclude
/// each other, too. QLockFile of Qt, which earlier versions used on the same files, takes the same
/// lock.

#include "core/base/file_lock.h"
#include "core/message/message_list.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/file_identity.h"
#include "core/linux/system/file_modes.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>

namespace quaywatch {

using linux_backend::errnoFailure;
using linux_backend::isSameFile;
using linux_backend::kModeBits;
using linux_backend::kPrivateFile;
using linux_backend::UniqueFd;

namespace {

bool isOfThisUser(const struct stat& facts) noexcept
{
    return S_ISREG(facts.st_mode) && facts.st_uid == ::geteuid();
}

Result<void> moveAside(const std::string& path)
{
    constexpr int kMaxSetAside = 100;
    for (int i = 1; i <= kMaxSetAside; ++i) {
        const std::string name = path + (i == 1 ? ".aside" : ".aside-" + std::to_string(i));
        struct stat facts {};
        if (::lstat(name.c_str(), &facts) == 0) {
            continue;
        }
        if (::rename(path.c_str(), name.c_str()) == 0 || errno == ENOENT) {
            return {};
        }
        return errnoFailure(errno, Message(MessageId::RenameFile, path));
    }
    return failure(ErrorCode::PermissionDenied, Message(MessageId::RenameFile, path));
}

/// Opens the file that is at the path now, or creates it if there is none. Empty if another process
/// changed the path between two system calls.
Result<std::optional<UniqueFd>> openAt(const std::string& path)
{
    constexpr int kFlags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
    struct stat before {};
    if (::lstat(path.c_str(), &before) != 0) {
        if (errno != ENOENT) {
            return errnoFailure(errno, Message(MessageId::OpenFile, path));
        }
        UniqueFd made(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | kFlags, kPrivateFile));
        if (!made && errno != EEXIST) {
            return errnoFailure(errno, Message(MessageId::OpenFile, path));
        }
        return made ? std::optional<UniqueFd>(std::move(made)) : std::nullopt;
    }
    if (!isOfThisUser(before)) {
        return moveAside(path).map([] { return std::optional<UniqueFd>(); });
    }
    if ((before.st_mode & kModeBits) != kPrivateFile) {
        // The file is not writable, or others may lock it. If chmod() fails, open() reports it.
        static_cast<void>(::chmod(path.c_str(), kPrivateFile));
    }
    UniqueFd file(::open(path.c_str(), O_RDWR | kFlags));
    struct stat now {};
    if (!file || ::fstat(file.get(), &now) != 0) {
        return errno == ENOENT ? Result<std::optional<UniqueFd>>(std::nullopt)
                               : errnoFailure(errno, Message(MessageId::OpenFile, path));
    }
    return isSameFile(before, now) ? std::optional<UniqueFd>(std::move(file)) : std::nullopt;
}

/// Tries to take the lock without waiting. Returns 0 if it is held now, otherwise the errno.
int lockNow(int descriptor) noexcept
{
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool isStillAt(const std::string& path, int descriptor) noexcept
{
    struct stat there {};
    struct stat held {};
    return ::lstat(path.c_str(), &there) == 0 && ::fstat(descriptor, &held) == 0 &&
           isSameFile(there, held);
}

}  // namespace

class FileLock::Holder {
public:
    explicit Holder(UniqueFd file)
        : m_file(std::move(file))
    {
    }

private:
    UniqueFd m_file;
};

FileLock::FileLock(std::string path)
    : m_path(std::move(path))
{
}

FileLock::~FileLock() = default;

void FileLock::release() noexcept
{
    m_holder.reset();
}

Result<bool> FileLock::tryLock()
{
    // Other processes may move or create the file between two system calls, but not many times.
    constexpr int kMaxTries = 16;
    for (int i = 0; i < kMaxTries && !m_holder; ++i) {
        Result<std::optional<UniqueFd>> file = openAt(m_path);
        if (!file) {
            return tl::unexpected<Error>(std::move(file.error()));
        }
        if (!*file) {
            continue;
        }
        const int error = lockNow((*file)->get());
        if (error == EWOULDBLOCK) {
            return false;
        }
        if (error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS || error == EINVAL) {
            return failure(ErrorCode::Unsupported, Message(MessageId::LockFile, m_path), error);
        }
        if (error != 0) {
            return errnoFailure(error, Message(MessageId::LockFile, m_path));
        }
        if (isStillAt(m_path, (*file)->get())) {
            m_holder = std::make_unique<Holder>(*std::move(*file));
        }
    }
    return m_holder ? Result<bool>(true)
                    : failure(ErrorCode::SystemError, Message(MessageId::LockFile, m_path));
}

}  // namespace quaywatch
