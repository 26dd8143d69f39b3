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

/// Since 1970, as times are in the file.
[[nodiscard]] inline std::int64_t toMilliseconds(HistoryTime time) noexcept
{
    return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
}
/// Whatever number stands in a file, as far as there are such times.
[[nodiscard]] inline HistoryTime fromMilliseconds(std::int64_t count) noexcept
{
    using std::chrono::milliseconds;
    constexpr auto kFirst = std::chrono::ceil<milliseconds>(HistoryTime::min().time_since_epoch());
    constexpr auto kLast = std::chrono::floor<milliseconds>(HistoryTime::max().time_since_epoch());
    return HistoryTime(std::clamp(milliseconds(count), kFirst, kLast));
}

/// What a line of the history tells. The numbers are in files: add, never renumber; one that is
/// added needs a new kHistoryVersion, since files with unknown ones are set aside.
enum class HistoryKind : std::uint8_t {
    Opened = 1,     ///< A listener was seen for the first time, or again after it had gone.
    Closed = 2,     ///< It went.
    Replaced = 3,   ///< The same program came back: a restart.
    Changed = 4,    ///< A socket that stays became another program's, user's or unit's.
    Alert = 5,      ///< What the rules of core/watch found.
    Repeated = 6,   ///< A listener came and went too often to tell each time.
    Started = 7,    ///< The watching began; nothing is known between `since` and `at`.
    Lost = 8,       ///< More happened than is recorded one by one.
    Unwatched = 9,  ///< Nobody looked between `since` and `at`: a pause, or the machine slept.
};

/// Who a line of the history is about: what of a listener outlives its sockets and processes.
/// The texts went through displayText().
struct HistoryIdentity {
    std::string identity;  ///< identityOf() of a listener, the key of an alert. Raw bytes.
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

/// What there is to keep of a socket; of a connection that went out its far end, which is what it
/// is known by.
/// @param identity  Under which it is kept.
[[nodiscard]] HistoryPartyPtr identityOf(const SocketRecord& socket, std::string identity);

/// One line to be recorded.
struct HistoryEntry {
    HistoryKind kind = HistoryKind::Opened;
    HistoryTime at;
    HistoryPartyPtr party;             ///< Null where it is about no one in particular.
    HistoryPartyPtr previous;          ///< Of Changed: who it was.
    std::optional<HistoryTime> since;  ///< Since when it was open; of Started: last watched.
    std::uint64_t count = 1;           ///< How many times, of what is summed up.
    bool isLate = false;               ///< It happened before `at`, while nothing watched.
    std::optional<Severity> severity;  ///< This and what follows: of alerts.
    std::string rule;                  ///< Token of the rule.
    std::string reason;
    std::vector<std::string> evidence;
    bool isRepeat = false;  ///< To be counted with the last of the same rule and party.
    /// It stood there at the first look: no news if an earlier run has told it and it stayed.
    bool isStanding = false;
    std::vector<Port> ports;  ///< Where several are summed up.
};

[[nodiscard]] HistoryEntry entryOf(const Alert& alert);

/// A listener whose user was known by number alone when it was recorded, and is by name now.
struct HistoryRenaming {
    std::string identity;  ///< Under which it was recorded.
    HistoryPartyPtr party;
};

/// What is written in one transaction.
struct HistoryBatch {
    std::vector<HistoryEntry> entries;
    std::vector<TrafficMinute> minutes;
    std::vector<HistoryRenaming> renamings;  ///< Of what was told before.
    HistoryTime seenAt;  ///< Until when everything is in this batch or an earlier one.

    [[nodiscard]] bool isEmpty() const noexcept
    {
        return entries.empty() && minutes.empty() && renamings.empty();
    }
    /// Puts what came later behind.
    void append(HistoryBatch later);
};

}  // namespace quaywatch
