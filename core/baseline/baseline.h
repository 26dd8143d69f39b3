// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What may listen on this machine: the meaning of expected.toml. Its form is told in
/// core/baseline/baseline_text.h, and for people in the manual page.

#pragma once

#include "core/net/endpoint.h"
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

/// One part of an identity as an entry wants it. An empty text accepts only an empty one: a part
/// that is not known, or that the socket does not have. Everything is accepted only if that is
/// said.
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
        Loopback,  ///< Reached from this machine alone: 127.0.0.0/8, ::1, the device lo.
        Network,   ///< The addresses of `network`; 0.0.0.0 and :: are addresses of their own.
        Any,
    };
    Scope scope = Scope::Loopback;
    IpNetwork network;

    [[nodiscard]] bool accepts(const SocketRecord& listener) const noexcept;
    friend bool operator==(const ExpectedAddress& a, const ExpectedAddress& b) noexcept;
};

/// The systemd that a unit belongs to.
enum class UnitManager : std::uint8_t { System, User };

[[nodiscard]] std::string_view token(UnitManager manager) noexcept;  ///< "user"

/// One `[[expect]]` of the file.
struct BaselineEntry {
    using Time = std::chrono::system_clock::time_point;

    PortRange ports;
    std::optional<Protocol> protocol = Protocol::Tcp;  ///< Empty: both.
    ExpectedAddress address;
    /// Executables. Every process that holds the socket must be one of them; one that may not be
    /// read counts as the empty path.
    std::vector<std::string> programs;
    bool isAnyProgram = false;
    ExpectedText user;  ///< Name, or number.
    /// systemd unit. A name that is made anew at every start (session-3.scope) counts as none.
    ExpectedText unit;
    /// Where it is not said, a unit that is named is one of the system's, or of the own systemd of
    /// the user (no user of the system's) that the entry names.
    std::optional<UnitManager> unitManager;
    ExpectedText container;     ///< "docker", or one alone: "docker:0123456789ab".
    std::optional<Time> until;  ///< No longer expected from this time on.
    bool isRequired = false;    ///< `check` tells if nothing listens there.
    std::string note;
    std::uint32_t line = 0;  ///< Where it begins in the file, from 1; 0 if it is in none yet.
    std::uint32_t lastLine = 0;

    [[nodiscard]] bool isOver(Time now) const noexcept { return until && *until <= now; }
    /// Whether the socket is what the entry speaks of, whatever the time.
    [[nodiscard]] bool accepts(const SocketRecord& listener) const;
    /// Whether the entry speaks of the socket's port and protocol, whoever holds it.
    [[nodiscard]] bool isAbout(const SocketRecord& listener) const noexcept;
    /// The same in all but the lines.
    [[nodiscard]] bool means(const BaselineEntry& other) const;
};

/// An expected.toml that was understood. Immutable; read it from any thread.
class Baseline {
public:
    using Time = BaselineEntry::Time;

    Baseline() = default;
    /// @param name  What its entries are called by in reasons, "expected.toml".
    explicit Baseline(std::vector<BaselineEntry> entries, std::string name = "expected.toml");

    /// In the order of the file.
    [[nodiscard]] const std::vector<BaselineEntry>& entries() const noexcept { return m_entries; }
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }

    /// What the baseline says of a listener (or of a connection that outlived its own).
    struct Answer {
        enum class Kind : std::uint8_t {
            Silent,    ///< No entry speaks of its port and protocol.
            Expected,  ///< `entry` accepts it.
            Over,      ///< `entry` accepted it until its time was over.
            Other,     ///< `entry` comes closest, and accepts something else there.
        };
        Kind kind = Kind::Silent;
        const BaselineEntry* entry = nullptr;  ///< Lives as long as the baseline.
    };
    [[nodiscard]] Answer ask(const SocketRecord& listener, Time now) const;

    [[nodiscard]] bool expects(const SocketRecord& listener, Time now) const
    {
        return ask(listener, now).kind == Answer::Kind::Expected;
    }

    /// "expected.toml, line 12: remote administration", made once for each entry.
    [[nodiscard]] std::shared_ptr<const std::string> reasonOf(const BaselineEntry& entry) const;

private:
    std::vector<BaselineEntry> m_entries;
    std::vector<std::shared_ptr<const std::string>> m_reasons;  ///< As m_entries.
    std::vector<std::size_t> m_byPort;  ///< Entries of one port, ascending by it.
    std::vector<std::size_t> m_ranges;  ///< Those of several.
    std::string m_name = "expected.toml";
};

using BaselinePtr = std::shared_ptr<const Baseline>;

/// Why an entry that is about the listener's port does not accept it, in a few words: "its program
/// is /tmp/sshd, not /usr/sbin/sshd". Strangers' text in it is raw. Empty if it does accept it.
[[nodiscard]] std::string differenceFrom(const BaselineEntry& entry, const SocketRecord& listener);

/// The entry that accepts this listener and, as far as an entry can tell, no other: address scope,
/// programs, user, unit, container. See core/baseline/baseline_text.h for what cannot be written.
[[nodiscard]] BaselineEntry entryFor(const SocketRecord& listener);

/// A UDP socket that looks like a client's: not connected, on a port the kernel hands out by
/// itself. DNS, NTP and QUIC clients come and go like this every second, so `check` and `init`
/// leave them out unless an entry speaks of their port.
[[nodiscard]] bool isEphemeralUdp(const SocketRecord& listener, PortRange ephemeralPorts) noexcept;

}  // namespace quaywatch
