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

/// What outlives the program of an alert.
struct AlertRecord {
    using Time = std::chrono::system_clock::time_point;

    Severity severity = Severity::High;
    Time firstSeen;
    bool isAcknowledged = false;

    // Of this run.
    bool isFromBefore = false;      ///< Was read from the file, and did not come in this run yet.
    std::uint64_t entry = 0;        ///< Of AlertBook, that tells of it; 0 for none.
    std::optional<Time> goneSince;  ///< What it speaks of stands no more.
};

/// Remembers by rule and identity, never by PID, what a person has dealt with, as long as it
/// stands: what is gone when the program starts again, or when it ends, is forgotten, and so is
/// what stays away for longer than WatchRules::forgetAfter.
///
/// Pure; belongs to one thread at a time. Bounded: the oldest that nobody has dealt with goes
/// first.
class AlertRecords {
public:
    using Time = AlertRecord::Time;

    static constexpr std::size_t kMaximum = 1000;
    static constexpr std::size_t kLongestKey = 8192;
    static constexpr std::size_t kMaxBytes = std::size_t{4} << 20;

    /// Whether a text is of a later version of the program, to be left as it is.
    [[nodiscard]] static bool isOfLaterVersion(std::string_view text) noexcept;
    /// Takes in what text() wrote. Lines that it did not write are left out.
    /// @return How many lines were.
    std::size_t read(std::string_view text);
    /// What stands, a line each; no longer than kMaxBytes.
    [[nodiscard]] std::string text() const;

    /// What is known of the alert from an earlier run. Null if it is graver now, came in this run
    /// already, or was never told.
    [[nodiscard]] const AlertRecord* before(const Alert& alert) const;
    /// Takes an alert in that has come, and what became of it.
    void note(const Alert& alert, const AlertRecord& record);
    /// @param entry  Of AlertBook; there may be several records of one that sums up.
    void acknowledge(std::uint64_t entry);
    /// @return Whether something is gone, has come back or is forgotten: text() is another.
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

    std::map<Key, AlertRecord> m_records;
};

}  // namespace quaywatch
