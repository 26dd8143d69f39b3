// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>

namespace quaywatch {

/// A lock that one process at a time holds, through a file of its own in a folder of this user. The
/// system releases the lock when its holder ends, for whatever reason; the file's content and age
/// mean nothing, and neither does a process number in it. The file is never removed, since removing
/// it could remove the file of the next holder.
///
/// For one thread at a time. Nothing waits for the lock.
class FileLock {
public:
    /// @param path  The lock file. It need not exist; its folder must.
    explicit FileLock(std::string path);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    /// Releases the lock.
    ~FileLock();

    /// If something else than a file of this user has the path (a pipe, a symbolic link, a folder,
    /// a file of another user), it is renamed to PATH.aside, or PATH.aside-2 and so on.
    /// @return True: this object holds the lock, now or already before. False: another one holds
    /// it.
    ///         PermissionDenied; NotFound: the folder does not exist; Unsupported: the file system
    ///         has no locks; SystemError: the disk is full, read-only, or has failed.
    [[nodiscard]] Result<bool> tryLock();
    [[nodiscard]] bool isHeld() const noexcept { return m_holder != nullptr; }
    void release() noexcept;

private:
    class Holder;

    std::string m_path;
    std::unique_ptr<Holder> m_holder;
};

}  // namespace quaywatch
