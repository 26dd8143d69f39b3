// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What may listen on this machine: the meaning of expected.toml. Its format is documented in
/// core/baseline/baseline_text.h and, for users, in the manual page.

#pragma once

#include "core/net/endpoint.h"
#include "core/net/port_id.h"
#include "core/sockets/port_remark.h"
#include "core/sockets/socket_record.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// One part of an identity as an entry requires it. An empty text accepts only an empty one: a part
/// that is unknown, or that the socket does not have. Any text is accepted only if isAny is set.
struct ExpectedText {
    std::string text;
    bool isAny = false;

    [[nodiscard]] bool accepts(std::string_view actual) const noexcept
    {
        return isAny || actual == text;
    }
    friend bool operator==(const ExpectedText& a, const ExpectedText& b) noexcept
    {
        return a.isAny == b.isAny && (a.isAny || a.text == b.text);
    }
};

/// The bind addresses that an entry accepts.
struct ExpectedAddress {
    enum class Scope : std::uint8_t {
        Loopback,  ///< Reachable from this machine alone: 127.0.0.0/8, ::1, the device lo.
        Network,   ///< The addresses of `network`; 0.0.0.0 and :: are separate addresses.
        Any,
    };
    Scope scope = Scope::Loopback;
    IpNetwork network;

    [[nodiscard]] bool accepts(const SocketRecord& listener) const noexcept;
    friend bool operator==(const ExpectedAddress& a, const ExpectedAddress& b) noexcept;
};

/// The systemd instance that a unit belongs to.
enum class UnitManager : std::uint8_t { System, User };

[[nodiscard]] std::string_view token(UnitManager manager) noexcept;  ///< "user"

/// One `[[expect]]` table of the file.
struct BaselineEntry {
    using Time = std::chrono::system_clock::time_point;

    PortRange ports;
    /// An RPC program in place of the ports: a listener on any port that rpcbind names so. `ports`
    /// then has no meaning.
    std::optional<std::uint32_t> rpcProgram;
    std::optional<Protocol> protocol = Protocol::Tcp;  ///< Empty: both.
    ExpectedAddress address;
    /// Executables. Every process that holds the socket must run one of them; a process that may
    /// not be read has the empty path. For a loader (ld.so, qemu-user, wine): its path, a blank and
    /// the path of what it runs; the loader's path alone accepts nothing that runs through it.
    std::vector<std::string> programs;
    bool isAnyProgram = false;
    /// The user as which the processes run: name, or number. See core/baseline/expected_users.h.
    ExpectedText user;
    /// Further users, if processes of several hold the socket; none if any user is accepted.
    std::vector<std::string> otherUsers;
    /// systemd unit. A unit whose name changes at every start (session-3.scope) counts as none.
    ExpectedText unit;
    /// If empty, a named unit must belong to the system's systemd, or to the own systemd of the
    /// user that the entry names (not a system user).
    std::optional<UnitManager> unitManager;
    ExpectedText container;     ///< "docker", or a certain one: "docker:0123456789ab".
    std::optional<Time> until;  ///< No longer expected from this time on.
    bool isRequired = false;    ///< `check` reports it if nothing listens there.
    /// In a file of the system: entries of the user's file have no effect on its port and protocol.
    bool isFixed = false;
    std::string note;
    /// The path of the system's file that contains it; null: the user's own file, or one that was
    /// named.
    std::shared_ptr<const std::string> systemFile;
    std::uint32_t line = 0;  ///< Its first line in the file, from 1; 0 if it is not in a file yet.
    std::uint32_t lastLine = 0;

    [[nodiscard]] bool isOver(Time now) const noexcept { return until && *until <= now; }
    /// Whether the entry matches the socket, at any time.
    [[nodiscard]] bool accepts(const SocketRecord& listener) const;
    /// Whether everything but the port, or the RPC program in its place, matches the socket.
    [[nodiscard]] bool acceptsApartFromPort(const SocketRecord& listener) const;
    /// Whether the entry is about the socket's port and protocol, whatever process holds the
    /// socket.
    [[nodiscard]] bool isAbout(const SocketRecord& listener) const noexcept;
    /// Whether it is in a file of the system and fixed.
    [[nodiscard]] bool fixesPort() const noexcept { return isFixed && systemFile != nullptr; }
    /// Whether both are the same apart from their files and lines.
    [[nodiscard]] bool means(const BaselineEntry& other) const;
};

/// One expected.toml that was read without errors, or several as one. Immutable; any thread may
/// read it.
class Baseline {
public:
    using Time = BaselineEntry::Time;

    Baseline() = default;
    /// @param name  The name of the file in reasons, "expected.toml".
    explicit Baseline(std::vector<BaselineEntry> entries, std::string name = "expected.toml");

    /// In the order of the files.
    [[nodiscard]] const std::vector<BaselineEntry>& entries() const noexcept { return m_entries; }
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }

    /// The answer of the baseline for a listener (or for a connection that outlived its listener).
    struct Answer {
        enum class Kind : std::uint8_t {
            Silent,    ///< No entry is about its port and protocol.
            Expected,  ///< `entry` accepts it.
            Over,      ///< `entry` accepted it, but has expired.
            Other,     ///< `entry` is the closest match, but does not accept it.
            /// `entry` accepts it if it is the RPC service, which rpcbind has not said.
            Undecided,
        };
        Kind kind = Kind::Silent;
        const BaselineEntry* entry = nullptr;  ///< Valid as long as the baseline.
    };
    /// @param isRpcKnown  Whether rpcbind has named the listeners that it knows; if not, entries
    ///                    with an RPC service decide nothing.
    [[nodiscard]] Answer ask(const SocketRecord& listener, Time now, bool isRpcKnown = true) const;

    [[nodiscard]] bool expects(const SocketRecord& listener, Time now) const
    {
        return ask(listener, now).kind == Answer::Kind::Expected;
    }

    /// The ports of the entries that are about one port and have not expired. Ascending, each once.
    [[nodiscard]] std::vector<PortId> singlePorts(Time now) const;

    /// The entry of the system that fixes the port of the listener, so that those of the user's
    /// file have no effect there; null if there is none.
    [[nodiscard]] const BaselineEntry* fixedEntryAbout(const SocketRecord& listener) const noexcept;
    /// What overruledEntries() gives, for people, by port; null if there is nothing.
    /// overruledRemarks() adds what only the listeners show.
    [[nodiscard]] const std::shared_ptr<const std::vector<PortRemark>>& remarks() const noexcept
    {
        return m_remarks;
    }

    /// "expected.toml, line 12: remote administration"; one text per entry, which all rows share.
    [[nodiscard]] std::shared_ptr<const Message> reasonOf(const BaselineEntry& entry) const;

private:
    std::vector<BaselineEntry> m_entries;
    std::vector<std::shared_ptr<const Message>> m_reasons;  ///< In the order of m_entries.
    std::vector<std::size_t> m_byPort;  ///< Entries for one port, ascending by port.
    std::vector<std::size_t> m_ranges;  ///< Entries for several ports.
    std::vector<std::size_t> m_rpc;     ///< Entries for an RPC service.
    std::vector<std::size_t> m_fixed;   ///< Entries that fix their port.
    std::shared_ptr<const std::vector<PortRemark>> m_remarks;
    std::string m_name = "expected.toml";
};

using BaselinePtr = std::shared_ptr<const Baseline>;

/// Why an entry about the listener's port does not accept it, in a few words: "its program is
/// /tmp/sshd, not /usr/sbin/sshd". Untrusted text in it is raw. Empty if the entry does accept it.
[[nodiscard]] Message differenceFrom(const BaselineEntry& entry, const SocketRecord& listener);

/// The entry that accepts this listener and, as far as an entry can express it, no other: address
/// scope, programs, user, unit, container. See core/baseline/baseline_text.h for what cannot be
/// written.
[[nodiscard]] BaselineEntry entryFor(const SocketRecord& listener);

}  // namespace quaywatch
