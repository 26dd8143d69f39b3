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

/// A listener the store holds as open.
struct OpenListener {
    HistoryPartyPtr party;
    HistoryTime since;
};

/// Decides what of the machine's life is kept. Pure: no thread, no clock (time is that of the
/// snapshots, which may step back), no file.
///
/// Listeners are kept one by one, by identity, however many sockets or processes they have: when
/// they came, went, restarted, changed hands. Of connections core/traffic/traffic_minutes.h tells.
/// A UDP socket on a port the kernel hands out for passing use is a listener only once it has
/// stayed for kPassingTime. What comes and goes more often than kRowsPerListener times a minute
/// (kRowsPerMinute for all) is summed up; the state is put right in the next minute, so what is
/// open is always known in the end.
class HistoryRecorder {
public:
    static constexpr Port kFirstPassingPort = 32768;
    static constexpr std::chrono::seconds kPassingTime{60};
    static constexpr std::uint32_t kRowsPerListener = 6;
    static constexpr std::uint32_t kRowsPerMinute = 2000;

    /// @param open  What the store holds as open from before: what of it is not in the first
    ///              snapshot has gone while nothing watched.
    explicit HistoryRecorder(std::vector<OpenListener> open = {});

    /// What there is to record of an update. Updates may be left out in between.
    [[nodiscard]] HistoryBatch observe(const SnapshotUpdate& update);

private:
    struct ListenerSession {
        HistoryPartyPtr party;
        HistoryPartyPtr previous;  // who the socket was, if it changed hands
        HistoryTime since;
        std::uint32_t sockets = 0;
        bool isOpen = false;  // as the store has it
        bool isLate = false;
        std::int64_t minute = 0;     // that `rows` and `leftOut` are of
        std::uint32_t rows = 0;      // recorded in that minute
        std::uint64_t moves = 0;     // comings, goings and restarts since the last of them
        std::uint64_t restarts = 0;  // to be recorded
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
    std::unordered_set<std::string> m_unsettled;  // identities the store has otherwise
    SnapshotPtr m_last;
    HistoryBatch m_batch;
    HistoryTime m_now;
    std::chrono::system_clock::duration m_lastStep{};  // between the last two looks
    std::int64_t m_minute = 0;
    std::uint32_t m_rows = 0;  // recorded in m_minute
    std::uint64_t m_lost = 0;  // comings and goings in m_minute that leave no trace
    bool m_isFirstLook = false;
};

}  // namespace quaywatch
