// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>

namespace quaywatch {

/// A lock that one process at a time holds, by a file of its own in a folder of this user. The
/// system frees it when its holder ends, however that comes: what the file holds, how old it is and
/// whose number stands in it means nothing. The file stays, since whoever removed it might remove
/// that of the next holder.
///
/// For one thread at a time. Nothing waits for the lock.
class FileLock {
public:
    /// @param path  Of the file, which need not exist; its folder must.
    explicit FileLock(std::string path);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    /// Frees it.
    ~FileLock();

    /// What stands in the file's place and is no file of this user (a pipe, a symbolic link, a
    /// folder, a file of another user) is renamed to PATH.aside, or PATH.aside-2 and so on.
    /// @return True: this object holds it now, or did before. False: another one holds it.
    ///         PermissionDenied; NotFound: there is no folder; Unsupported: the file system has no
    ///         locks; SystemError: the disk is full, read-only, or has failed.
    [[nodiscard]] Result<bool> tryLock();
    [[nodiscard]] bool isHeld() const noexcept { return m_holder != nullptr; }
    void release() noexcept;

private:
    class Holder;

    std::string m_path;
    std::unique_ptr<Holder> m_holder;
};

}  // namespace quaywatch
