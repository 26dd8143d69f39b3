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

/// The file of the history as the file system has it: whose it is, who may read it, who records,
/// and where a damaged one goes. What is in it is HistoryStore's. Blocks on the disk.
class HistoryFile {
public:
    /// So many damaged files are kept; while there are more, none is set aside.
    static constexpr int kMaxSetAside = 20;

    explicit HistoryFile(QString path);

    [[nodiscard]] const QString& path() const noexcept { return m_path; }

    /// Makes the folder, for this user alone, and takes the lock if it is free.
    [[nodiscard]] HistoryResult<void> lock();
    void unlock() noexcept { m_lock.release(); }
    /// Whether this process is the one that records.
    [[nodiscard]] bool isLocked() const noexcept { return m_lock.isHeld(); }

    /// Makes the file if it is missing; nobody else may read it and those beside it from then on.
    [[nodiscard]] HistoryResult<void> makePrivate() const;
    /// Whether its head is none of a database, or one that SQLite would only call read-only. Before
    /// SQLite opens it, which removes what lies beside such a file.
    [[nodiscard]] bool hasDamagedHead() const;

    /// Remembers which file is open, and which log before it.
    void noteOpened();
    /// Whether their paths still lead to those.
    [[nodiscard]] bool isStillThere() const;

    /// Gives a damaged file, with those beside it, a name with the date in it. No connection may
    /// have it open.
    /// @return The name; TooManyAside; NotWritable.
    [[nodiscard]] HistoryResult<QString> setAside(HistoryTime now) const;

private:
    QString m_path;
    FileLock m_lock;
    std::optional<FileStamp> m_opened;
    std::optional<FileStamp> m_openedLog;
};

}  // namespace quaywatch
