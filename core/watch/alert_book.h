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

/// An alert as a person works with it.
struct AlertEntry {
    std::uint64_t id = 0;  ///< Counts up; never used again.
    Alert alert;           ///< As it last came.
    std::chrono::system_clock::time_point firstSeen;
    std::chrono::system_clock::time_point lastSeen;
    std::size_t count = 0;  ///< How often it came, or how many there were where they are summed up.
    bool isAcknowledged = false;
    bool isMuted = false;  ///< Listed, but not unread: a mute speaks of it, or did when it came.

    [[nodiscard]] bool isUnread() const noexcept { return !isAcknowledged && !isMuted; }
};

/// What not to be told of.
struct Mute {
    struct OfPort {
        Port port = 0;
        friend bool operator==(const OfPort&, const OfPort&) = default;
    };
    /// By its executable where that is known, else by its name.
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
    std::optional<std::chrono::system_clock::time_point> until;  ///< Empty: until it is taken back.

    friend bool operator==(const Mute&, const Mute&) = default;
};

/// The program a mute would speak of: the executable of the first owner, else its name.
[[nodiscard]] std::optional<std::string> programOf(const Alert& alert);

/// The list of alerts a person works through. Bounded: the oldest acknowledged entry goes first,
/// then the oldest. Pure; belongs to one thread at a time.
class AlertBook {
public:
    explicit AlertBook(std::size_t capacity = 1000);

    struct Added {
        std::uint64_t id = 0;
        bool isNew = false;       ///< A new entry; otherwise the entry of that id was counted up.
        bool shouldTell = false;  ///< Worth a notification: neither a repeat nor muted.
    };
    /// What an earlier run of the program knew of an alert.
    struct Past {
        std::chrono::system_clock::time_point firstSeen;
        bool isAcknowledged = false;
    };
    /// Takes an alert in: as a new entry, or counted with the one of the same rule and key.
    /// An acknowledged one that comes anew, not as a repeat, is unread again.
    /// @param past  Of an alert that is new to this run only: the entry goes on where it was.
    Added add(const Alert& alert, const std::optional<Past>& past = std::nullopt);

    /// Newest first.
    [[nodiscard]] const std::vector<AlertEntry>& entries() const noexcept { return m_entries; }
    /// Null if there is none such (any more). Valid until the next change.
    [[nodiscard]] const AlertEntry* find(std::uint64_t id) const noexcept;
    [[nodiscard]] std::size_t unreadCount() const noexcept;

    bool acknowledge(std::uint64_t id);  ///< @return Whether there is such an entry.
    void acknowledgeAll();

    /// A mute of the same scope takes the new time. Entries it speaks of are muted at once.
    void mute(Mute mute);
    /// What it kept quiet is unread again, unless it is acknowledged or another mute speaks of it.
    void unmute(const Mute::Scope& scope);
    void setMutes(std::vector<Mute> mutes);
    [[nodiscard]] const std::vector<Mute>& mutes() const noexcept { return m_mutes; }
    [[nodiscard]] bool isMuted(const Alert& alert, std::chrono::system_clock::time_point now) const;
    /// Drops the mutes whose time is over.
    void dropExpired(std::chrono::system_clock::time_point now);

private:
    void makeRoom();

    std::vector<AlertEntry> m_entries;
    std::vector<Mute> m_mutes;
    std::size_t m_capacity;
    std::uint64_t m_lastId = 0;
};

}  // namespace quaywatch
