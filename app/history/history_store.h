// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_entry.h"
#include "app/history/history_problem.h"
#include "app/history/history_recorder.h"

#include <cstdint>
#include <optional>
#include <QLockFile>
#include <QSqlDatabase>
#include <QString>
#include <vector>

namespace quaywatch {

/// How much of the past is kept.
struct HistoryLimits {
    std::chrono::days age{30};
    std::uint64_t bytes = 64'000'000;

    friend bool operator==(const HistoryLimits&, const HistoryLimits&) = default;
};

/// What was found when a history was opened.
struct OpenedHistory {
    bool isRecorder = false;              ///< Whether this is the process that may write.
    std::vector<OpenListener> open;       ///< Open when it was last written.
    std::optional<HistoryTime> lastSeen;  ///< When it was last written; empty if never.
    QString setAside;                     ///< Where a damaged file is kept now; else empty.
};

/// The file of the history: SQLite in WAL mode. What commit() has taken survives the end of the
/// process, however it comes. One process records, others may read.
///
/// Belongs to the thread that calls open(). Nothing throws; after Damaged call close() and open().
class HistoryStore {
public:
    /// @param path  Of the file, which need not exist, nor its folder.
    explicit HistoryStore(QString path);
    HistoryStore(const HistoryStore&) = delete;
    HistoryStore& operator=(const HistoryStore&) = delete;
    /// Closes without ending the run: as if killed, unless endRun() was called.
    ~HistoryStore();

    /// Opens the file, brings it to this program's version, or begins a new one. A damaged file is
    /// set aside under a name with `now` in it.
    [[nodiscard]] HistoryResult<OpenedHistory> open(HistoryTime now);
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    /// Whether this process is the one that writes.
    [[nodiscard]] bool isRecorder() const { return m_lock.isLocked(); }

    /// Notes that the watching began.
    [[nodiscard]] HistoryResult<void> beginRun(HistoryTime now);
    /// Writes all of the batch or nothing.
    [[nodiscard]] HistoryResult<void> commit(const HistoryBatch& batch);
    /// Notes that it ended in order.
    [[nodiscard]] HistoryResult<void> endRun(HistoryTime now);

    /// Forgets what is older than the limits allow, oldest first, and gives the room back.
    [[nodiscard]] HistoryResult<void> prune(const HistoryLimits& limits, HistoryTime now);
    /// Bytes of the file, without the log that is written before it.
    [[nodiscard]] HistoryResult<std::uint64_t> size();

    /// Keeps a point in time to come back to.
    [[nodiscard]] HistoryResult<void> savePoint(const QString& name, HistoryTime at);
    [[nodiscard]] HistoryResult<void> forgetPoint(std::int64_t id);

    /// For reading; see history_queries.h.
    [[nodiscard]] QSqlDatabase& database() { return m_database; }

private:
    HistoryResult<void> prepareFolder();
    HistoryResult<void> openFile();
    HistoryResult<bool> isSound();
    HistoryResult<OpenedHistory> look();
    [[nodiscard]] QString setAside(HistoryTime now);
    HistoryResult<void> write(const HistoryBatch& batch);
    HistoryResult<void> forgetOldest();
    HistoryResult<void> forgetMinutes(std::int64_t end);
    HistoryResult<void> forgetParties();

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    QLockFile m_lock;
    std::int64_t m_run = 0;  // 0: none has begun
};

}  // namespace quaywatch
