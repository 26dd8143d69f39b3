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

/// The state of a history when it was opened.
struct OpenedHistory {
    bool isRecorder = false;              ///< Whether this is the process that may write.
    std::vector<OpenListener> open;       ///< Open when it was last written.
    std::optional<HistoryTime> lastSeen;  ///< When it was last written; empty if never.
    QString setAside;                     ///< New path of a damaged file; otherwise empty.
};

/// What is known about a file before it is opened.
enum class HistoryTrust : std::uint8_t {
    Usual,      ///< Nothing: it is checked.
    Suspected,  ///< It could not be written: it is checked fully, whatever its size.
    Damaged,    ///< It was found damaged while it was in use.
};

/// The history in its file: SQLite in WAL mode. Committed data survives any end of the process. One
/// process records, others may read.
///
/// Belongs to the thread that calls open(). Nothing throws; after Damaged, call close() and open().
class HistoryStore {
public:
    /// @param path  Path of the file; neither it nor its folder need exist.
    explicit HistoryStore(QString path);
    HistoryStore(const HistoryStore&) = delete;
    HistoryStore& operator=(const HistoryStore&) = delete;
    /// Closes without ending the run: as if killed, unless endRun() was called.
    ~HistoryStore();

    /// Opens the file to record, migrates it to this program's version, or begins a new one; opens
    /// it to read if another process records. The recording process moves a damaged file aside, to
    /// a name with `now` in it.
    [[nodiscard]] HistoryResult<OpenedHistory> open(HistoryTime now,
                                                    HistoryTrust trust = HistoryTrust::Usual);
    /// Opens an existing file only to read it; nothing in it is changed.
    [[nodiscard]] HistoryResult<OpenedHistory> openToRead();
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    /// Whether this process is the recording one.
    [[nodiscard]] bool isRecorder() const { return m_file.isLocked(); }
    /// Whether the open file is still the one at the path.
    [[nodiscard]] bool isStillThere() const { return m_file.isStillThere(); }

    /// Notes that the run began.
    [[nodiscard]] HistoryResult<void> beginRun(HistoryTime now);
    /// Writes the whole batch or nothing.
    [[nodiscard]] HistoryResult<void> commit(const HistoryBatch& batch);
    /// Notes that the run ended normally.
    [[nodiscard]] HistoryResult<void> endRun(HistoryTime now);

    /// Deletes entries beyond the limits, oldest first, and returns the space to the disk.
    [[nodiscard]] HistoryResult<void> prune(const HistoryLimits& limits, HistoryTime now);
    /// Size of the file in bytes, without the write-ahead log.
    [[nodiscard]] HistoryResult<std::uint64_t> size();

    /// Saves a point in time for "what changed since".
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
    std::int64_t m_run = 0;  // 0: no run has begun
};

}  // namespace quaywatch
