// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/protocol.h"
#include "core/sockets/socket_record.h"
#include "core/sockets/verdict.h"
#include "core/traffic/traffic_minutes.h"
#include "core/watch/alert.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

using HistoryTime = std::chrono::system_clock::time_point;

/// Milliseconds since 1970, as in the file.
[[nodiscard]] inline std::int64_t toMilliseconds(HistoryTime time) noexcept
{
    return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
}
/// Accepts any number from a file: it is limited to the range of HistoryTime.
[[nodiscard]] inline HistoryTime fromMilliseconds(std::int64_t count) noexcept
{
    using std::chrono::milliseconds;
    constexpr auto kFirst = std::chrono::ceil<milliseconds>(HistoryTime::min().time_since_epoch());
    constexpr auto kLast = std::chrono::floor<milliseconds>(HistoryTime::max().time_since_epoch());
    return HistoryTime(std::clamp(milliseconds(count), kFirst, kLast));
}

/// What a line of the history reports. The numbers are stored in files: add, never renumber. A new
/// kind needs a new kHistoryVersion, since files with unknown kinds are set aside.
enum class HistoryKind : std::uint8_t {
    Opened = 1,     ///< A listener was seen for the first time, or again after it had closed.
    Closed = 2,     ///< It closed.
    Replaced = 3,   ///< The same program opened it again: a restart.
    Changed = 4,    ///< A socket that stays open now belongs to another program, user or unit.
    Alert = 5,      ///< An alert of the rules of core/watch.
    Repeated = 6,   ///< A listener opened and closed too often to record each time.
    Started = 7,    ///< The watching began; nothing is known between `since` and `at`.
    Lost = 8,       ///< More events than are recorded one by one.
    Unwatched = 9,  ///< No poll between `since` and `at`: a pause, or the machine slept.
};

/// The subject of a line of the history: the properties of a listener that do not depend on its
/// sockets and processes. The texts went through displayText().
struct HistoryIdentity {
    std::string identity;  ///< identityOf() of a listener, or the key of an alert. Raw bytes.
    Protocol protocol = Protocol::Tcp;
    Port port = 0;
    std::string address;
    std::string program;
    std::string executable;
    std::string user;
    std::string place;  ///< Container, else systemd unit.
    std::optional<Exposure> exposure;
};
using HistoryPartyPtr = std::shared_ptr<const HistoryIdentity>;

/// Returns the identity to record for a socket. An outbound connection is recorded by its remote
/// end, which identifies it.
/// @param identity  The key under which it is recorded.
[[nodiscard]] HistoryPartyPtr identityOf(const SocketRecord& socket, std::string identity);

/// Limit of a reason, in bytes.
inline constexpr std::size_t kMaxReasonBytes = 512;

/// One line to record.
struct HistoryEntry {
    HistoryKind kind = HistoryKind::Opened;
    HistoryTime at;
    HistoryPartyPtr party;             ///< Null if the entry has no particular subject.
    HistoryPartyPtr previous;          ///< For Changed: the previous subject.
    std::optional<HistoryTime> since;  ///< Open since; for Started: last watched.
    std::uint64_t count = 1;           ///< How many events, if they are summed up.
    bool isLate = false;               ///< It happened before `at`, while nothing watched.
    std::optional<Severity> severity;  ///< This and the following: for alerts.
    std::string rule;                  ///< Token of the rule.
    std::string reason;                ///< As storedText() writes it; so is the evidence.
    std::vector<std::string> evidence;
    bool isRepeat = false;  ///< To be counted with the last entry of the same rule and party.
    /// It existed at the first poll: not new if an earlier run reported it and it stayed open.
    bool isStanding = false;
    std::vector<Port> ports;  ///< If several are summed up.
};

[[nodiscard]] HistoryEntry entryOf(const Alert& alert);

/// A listener whose user was known only by number when it was recorded, and now by name.
struct HistoryRenaming {
    std::string identity;  ///< The key under which it was recorded.
    HistoryPartyPtr party;
};

/// Everything that is written in one transaction.
struct HistoryBatch {
    std::vector<HistoryEntry> entries;
    std::vector<TrafficMinute> minutes;
    std::vector<HistoryRenaming> renamings;  ///< Of entries recorded before.
    HistoryTime seenAt;  ///< Everything up to this time is in this batch or an earlier one.

    [[nodiscard]] bool isEmpty() const noexcept
    {
        return entries.empty() && minutes.empty() && renamings.empty();
    }
    /// Appends a later batch.
    void append(HistoryBatch later);
};

}  // namespace quaywatch
