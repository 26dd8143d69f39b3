// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_file.h"
#include "app/history/store/history_problem.h"
#include "app/history/store/history_pruner.h"
#include "app/history/store/history_recorder.h"

#include <cstdint>
#include <optional>
#include <QSqlDatabase>
#include <QString>
#include <vector>

namespace quaywatch {

/// What was found when a history was opened.
struct OpenedHistory {
    bool isRecorder = false;              ///< Whether this is the process that may write.
    std::vector<OpenListener> open;       ///< Open when it was last written.
    std::optional<HistoryTime> lastSeen;  ///< When it was last written; empty if never.
    QString setAside;                     ///< Where a damaged file is kept now; else empty.
};

/// What is known of a file before it is opened.
enum class HistoryTrust : std::uint8_t {
    Usual,      ///< Nothing: it is looked through.
    Suspected,  ///< It could not be written: it is looked through closely, however large.
    Damaged,    ///< It was found broken while it was in use.
};

/// The history in its file: SQLite in WAL mode. What commit() has taken survives the end of the
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

    /// Opens the file to record, brings it to this program's version, or begins a new one; to read,
    /// if another process records. Who records sets a damaged file aside under a name with `now`
    /// in it.
    [[nodiscard]] HistoryResult<OpenedHistory> open(HistoryTime now,
                                                    HistoryTrust trust = HistoryTrust::Usual);
    /// Opens the file only to read it: it must be there, and nothing of it is changed.
    [[nodiscard]] HistoryResult<OpenedHistory> openToRead();
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    /// Whether this process is the one that writes.
    [[nodiscard]] bool isRecorder() const { return m_file.isLocked(); }
    /// Whether the file that is open is still the one at the path.
    [[nodiscard]] bool isStillThere() const { return m_file.isStillThere(); }

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
    HistoryResult<OpenedHistory> openFile(HistoryTrust trust);
    HistoryResult<void> connectTo(const QString& name, const QString& options);
    HistoryResult<void> prepareToRecord(HistoryTrust trust);
    HistoryResult<void> prepareToRead();
    HistoryResult<OpenedHistory> look();
    void disconnectFrom();
    HistoryResult<void> write(const HistoryBatch& batch);

    HistoryFile m_file;
    QString m_connection;
    QSqlDatabase m_database;
    std::int64_t m_run = 0;  // 0: none has begun
};

}  // namespace quaywatch
