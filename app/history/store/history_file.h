// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_problem.h"
#include "core/base/file_lock.h"
#include "core/base/text_file.h"

#include <optional>
#include <QString>

namespace quaywatch {

/// The history's file as seen by the file system: its owner, its permissions, which process
/// records, and where a damaged file is moved. HistoryStore handles the content. Blocks on the
/// disk.
class HistoryFile {
public:
    /// Maximum number of damaged files; when it is reached, no further one is set aside.
    static constexpr int kMaxSetAside = 20;

    explicit HistoryFile(QString path);

    [[nodiscard]] const QString& path() const noexcept { return m_path; }

    /// Makes the folder, private to this user, and acquires the lock if it is free.
    [[nodiscard]] HistoryResult<void> lock();
    void unlock() noexcept { m_lock.release(); }
    /// Whether this process is the recording one.
    [[nodiscard]] bool isLocked() const noexcept { return m_lock.isHeld(); }

    /// Makes the file if it is missing. From then on, no other user may read it or the files next
    /// to it.
    [[nodiscard]] HistoryResult<void> makePrivate() const;
    /// Whether its header is not that of a database, or has a write version for which SQLite would
    /// only report a read-only file. Call it before SQLite opens the file, because SQLite then
    /// deletes the files next to such a file.
    [[nodiscard]] bool hasDamagedHead() const;

    /// Remembers which file is open, and which write-ahead log belongs to it.
    void noteOpened();
    /// Whether the paths still lead to these files.
    [[nodiscard]] bool isStillThere() const;

    /// Renames a damaged file, and the files next to it, to a name with the date in it. No
    /// connection may have it open.
    /// @return The name; TooManyAside; NotWritable.
    [[nodiscard]] HistoryResult<QString> setAside(HistoryTime now) const;

private:
    QString m_path;
    FileLock m_lock;
    std::optional<FileStamp> m_opened;
    std::optional<FileStamp> m_openedLog;
};

}  // namespace quaywatch
