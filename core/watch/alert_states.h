// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot_diff.h"
#include "core/watch/alert.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace quaywatch {

/// The part of an alert that is kept when the program ends.
struct AlertState {
    using Time = std::chrono::system_clock::time_point;

    Severity severity = Severity::High;
    Time firstSeen;
    bool isAcknowledged = false;

    // Only for this run:
    bool isFromBefore = false;      ///< Read from the file; has not occurred in this run yet.
    std::uint64_t entry = 0;        ///< The id of its AlertList entry; 0 for none.
    std::optional<Time> goneSince;  ///< Since when its subject no longer exists.
};

/// Remembers by rule and identity, never by PID, which alerts the user has handled, as long as
/// their subject exists. A record is forgotten if its subject does not exist when the program
/// starts again or when it ends, and if the subject is absent for longer than
/// WatchRules::forgetAfter.
///
/// Pure; for one thread at a time. The size is limited: the oldest record that was not acknowledged
/// is removed first.
class AlertStates {
public:
    using Time = AlertState::Time;

    static constexpr std::size_t kMaximum = 1000;
    static constexpr std::size_t kLongestKey = 8192;
    static constexpr std::size_t kMaxBytes = std::size_t{4} << 20;

    /// Whether a later version of the program wrote the text; such a file must not be changed.
    [[nodiscard]] static bool isOfLaterVersion(std::string_view text) noexcept;
    /// Reads what text() wrote. Other lines are skipped.
    /// @return How many lines were skipped.
    std::size_t read(std::string_view text);
    /// The records whose subjects exist, one per line; no longer than kMaxBytes.
    [[nodiscard]] std::string text() const;

    /// The record of the alert from an earlier run. Null if the alert is more severe now, has
    /// already occurred in this run, or was never reported.
    [[nodiscard]] const AlertState* before(const Alert& alert) const;
    /// Stores an alert that occurred and its state.
    void note(const Alert& alert, const AlertState& record);
    /// @param entry  Of AlertList; an entry that combines alerts can have several records.
    void acknowledge(std::uint64_t entry);
    /// @return Whether a subject disappeared, came back or was forgotten, so that text() changes.
    bool follow(const SnapshotUpdate& update);

    [[nodiscard]] std::size_t size() const noexcept { return m_records.size(); }

private:
    using Key = std::pair<WatchRule, std::string>;

    void makeRoom();
    [[nodiscard]] std::set<WatchRule> rules() const;
    [[nodiscard]] std::set<Key> touchedBy(const SnapshotUpdate& update) const;
    [[nodiscard]] std::set<Key> standingIn(const Snapshot& snapshot) const;
    bool findGone(const SnapshotUpdate& update);
    bool forgetAbsent(const Snapshot& snapshot);
    bool forgetLongGone(Time now);

    std::map<Key, AlertState> m_records;
};

}  // namespace quaywatch
