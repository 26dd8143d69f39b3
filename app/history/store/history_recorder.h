// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "core/sockets/snapshot_diff.h"
#include "core/sockets/socket_events.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace quaywatch {

/// A listener that is open in the store.
struct OpenListener {
    HistoryPartyPtr party;
    HistoryTime since;
};

/// Decides which changes of the machine are recorded. Pure: no thread, no clock (time is that of
/// the snapshots, which may step back), no file.
///
/// Listeners are recorded one by one, by identity, however many sockets or processes they have:
/// when they opened, closed, restarted, changed owners. Connections are recorded by
/// core/traffic/traffic_minutes.h. A UDP socket on a port from the kernel's ephemeral range counts
/// as a listener only after it has been open for kPassingTime. Changes beyond kRowsPerListener a
/// minute (kRowsPerMinute for all) are summed up; the state is corrected in the next minute, so the
/// list of open listeners is always right in the end.
class HistoryRecorder {
public:
    static constexpr Port kFirstPassingPort = 32768;
    static constexpr std::chrono::seconds kPassingTime{60};
    static constexpr std::uint32_t kRowsPerListener = 6;
    static constexpr std::uint32_t kRowsPerMinute = 2000;

    /// @param open  The listeners that are open in the store from before: those that are not in the
    ///              first snapshot closed while nothing watched.
    explicit HistoryRecorder(std::vector<OpenListener> open = {});

    /// Returns the entries to record for an update. Updates may be skipped in between.
    [[nodiscard]] HistoryBatch observe(const SnapshotUpdate& update);

private:
    struct ListenerSession {
        HistoryPartyPtr party;
        HistoryPartyPtr previous;  // the previous party of the socket, if it changed
        HistoryTime since;
        std::uint32_t sockets = 0;
        bool isOpen = false;  // as in the store
        bool isLate = false;
        std::int64_t minute = 0;     // the minute of `rows`
        std::uint32_t rows = 0;      // recorded in that minute
        std::uint64_t moves = 0;     // opened, closed and restarted since the last row
        std::uint64_t restarts = 0;  // not yet recorded
    };

    void lookFirst(const Snapshot& snapshot);
    void follow(const SnapshotUpdate& update);
    ListenerSession& arrive(const SocketRecord& socket);
    void leave(const std::string& identity);
    void changeHands(const SocketRecord& socket, const std::string& previous);
    void restart(const SocketRecord& socket);
    void learnNames(const SnapshotUpdate& update);
    void rename(const std::string& from, HistoryPartyPtr party);
    void noteGaps(const SnapshotUpdate& update);
    void notePause(const SnapshotUpdate& update);
    void beginMinute();
    void settleAll();
    bool settle(ListenerSession& session);
    [[nodiscard]] HistoryEntry openingOf(ListenerSession& session);
    void forgetIfGone(const std::string& identity);
    [[nodiscard]] bool mayRecord(const ListenerSession& session) const noexcept;
    void record(ListenerSession& session, HistoryEntry entry);

    std::unordered_map<std::string, ListenerSession> m_sessions;
    std::unordered_set<std::string> m_unsettled;  // identities whose state in the store differs
    SnapshotPtr m_last;
    HistoryBatch m_batch;
    HistoryTime m_now;
    std::chrono::system_clock::duration m_lastStep{};  // between the last two polls
    std::int64_t m_minute = 0;
    std::uint32_t m_rows = 0;  // recorded in m_minute
    std::uint64_t m_lost = 0;  // openings and closes in m_minute without an entry
    bool m_isFirstPoll = false;
};

}  // namespace quaywatch
