// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/watch/alert.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quaywatch {

/// An alert and what the user has done with it.
struct AlertEntry {
    std::uint64_t id = 0;  ///< Increases with each entry; never reused.
    Alert alert;           ///< The latest occurrence.
    std::chrono::system_clock::time_point firstSeen;
    std::chrono::system_clock::time_point lastSeen;
    std::size_t count = 0;  ///< Occurrences, or the number of combined alerts.
    bool isAcknowledged = false;
    bool isMuted = false;  ///< Listed but not unread: a mute covers it, or did when it arrived.

    [[nodiscard]] bool isUnread() const noexcept { return !isAcknowledged && !isMuted; }
};

/// A set of alerts that produce no notification.
struct Mute {
    struct OfPort {
        Port port = 0;
        friend bool operator==(const OfPort&, const OfPort&) = default;
    };
    /// The executable if it is known, otherwise the name.
    struct OfProgram {
        std::string program;
        friend bool operator==(const OfProgram&, const OfProgram&) = default;
    };
    struct OfIdentity {
        std::string key;
        friend bool operator==(const OfIdentity&, const OfIdentity&) = default;
    };
    struct OfRule {
        WatchRule rule = WatchRule::AlertBurst;
        friend bool operator==(const OfRule&, const OfRule&) = default;
    };
    using Scope = std::variant<OfPort, OfProgram, OfIdentity, OfRule>;

    Scope scope;
    std::optional<std::chrono::system_clock::time_point> until;  ///< Empty: no time limit.

    friend bool operator==(const Mute&, const Mute&) = default;
};

/// The program that a mute of this alert covers: the executable of the first owner, otherwise its
/// name.
[[nodiscard]] std::optional<std::string> programOf(const Alert& alert);

/// The list of alerts that the user works through. Its size is limited: the oldest acknowledged
/// entry is removed first, then the oldest entry. Pure; for one thread at a time.
class AlertList {
public:
    explicit AlertList(std::size_t capacity = 1000);

    struct Added {
        std::uint64_t id = 0;
        bool isNew = false;         ///< A new entry; otherwise its count went up.
        bool shouldReport = false;  ///< Notify the user: neither a repeat nor muted.
    };
    /// What an earlier run of the program knew about an alert.
    struct Past {
        std::chrono::system_clock::time_point firstSeen;
        bool isAcknowledged = false;
    };
    /// Adds an alert: as a new entry, or counted with the entry of the same rule and key. An
    /// acknowledged entry whose alert comes again, not as a repeat, is unread again.
    /// @param past  Only for an alert that is new in this run: the entry continues from that state.
    Added add(const Alert& alert, const std::optional<Past>& past = std::nullopt);

    /// Newest first.
    [[nodiscard]] const std::vector<AlertEntry>& entries() const noexcept { return m_entries; }
    /// Null if there is no such entry, or no longer. Valid until the next change.
    [[nodiscard]] const AlertEntry* find(std::uint64_t id) const noexcept;
    [[nodiscard]] std::size_t unreadCount() const noexcept;

    bool acknowledge(std::uint64_t id);  ///< @return Whether there is such an entry.
    void acknowledgeAll();

    /// Adds a mute. A mute of the same scope gets the new time. Entries that it covers are muted at
    /// once.
    void mute(Mute mute);
    /// Removes a mute. The entries that it muted are unread again, except those that are
    /// acknowledged or that another mute covers.
    void unmute(const Mute::Scope& scope);
    void setMutes(std::vector<Mute> mutes);
    [[nodiscard]] const std::vector<Mute>& mutes() const noexcept { return m_mutes; }
    [[nodiscard]] bool isMuted(const Alert& alert, std::chrono::system_clock::time_point now) const;
    /// Removes the mutes that have expired.
    void dropExpired(std::chrono::system_clock::time_point now);

private:
    void makeRoom();

    std::vector<AlertEntry> m_entries;
    std::vector<Mute> m_mutes;
    std::size_t m_capacity;
    std::uint64_t m_lastId = 0;
};

}  // namespace quaywatch
