// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/listeners/port_groups.h"
#include "app/models/port_map/port_highlights.h"
#include "core/registry/service_registry.h"
#include "core/sockets/snapshot_diff.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace quaywatch {

/// A port as the map shows it: its registration and the use by sockets.
struct PortMapCell {
    AssignmentState tcp = AssignmentState::Unlisted;
    AssignmentState udp = AssignmentState::Unlisted;
    bool listensTcp = false;
    bool listensUdp = false;
    bool isExposed = false;               ///< A listener is not bound to loopback only.
    bool isUsed = false;                  ///< Connections go from it or to it, here or elsewhere.
    Verdict verdict = Verdict::Ordinary;  ///< The most important one of its sockets.
    bool isSevere = false;                ///< Unexpected with high severity.

    [[nodiscard]] bool isListening() const noexcept { return listensTcp || listensUdp; }
    [[nodiscard]] bool isQuiet() const noexcept { return !isListening() && !isUsed; }
    friend bool operator==(const PortMapCell&, const PortMapCell&) = default;
};

/// A range of ports in one cell.
struct PortMapBlock {
    std::uint32_t ports = 0;
    std::uint32_t assigned = 0;   ///< Ports with a registered service, for TCP or UDP.
    std::uint32_t listening = 0;  ///< Ports with a listener; TCP and UDP on the same port are two.
    bool isExposed = false;
    bool isUsed = false;
    Verdict verdict = Verdict::Ordinary;
    bool isSevere = false;  ///< Unexpected with high severity.

    friend bool operator==(const PortMapBlock&, const PortMapBlock&) = default;
};

/// Number of ports of a range by AssignmentState.
using AssignmentCounts = std::array<std::size_t, 6>;
/// Looks up each port; the result changes only with the registry.
[[nodiscard]] AssignmentCounts assignmentCounts(PortRange range, Protocol protocol);

/// Number of ports of a range by their use. A port is counted once for each protocol, as in the
/// view of listeners. A port that listens is in exactly one of the numbers from `exposed` to
/// `explained`, by the most important verdict of its listeners; their sum is listening().
struct PortMapCounts {
    std::size_t exposed = 0;   ///< Ordinary, not bound to loopback only.
    std::size_t loopback = 0;  ///< Ordinary, bound to loopback only.
    std::size_t unexpected = 0;
    std::size_t expected = 0;
    std::size_t explained = 0;
    std::size_t unexpectedConnections = 0;  ///< Connections, not ports.
    std::size_t connectionsOnly = 0;        ///< Nothing listens, and nothing is unexpected.

    [[nodiscard]] std::size_t listening() const noexcept
    {
        return exposed + loopback + unexpected + expected + explained;
    }
};

/// The data of the port map, without drawing: the use of every port by sockets, and the highlights
/// of recent events. The cost of an update depends on its changes, not on the number of sockets. An
/// outbound connection that is unexpected because of its remote port counts for that port.
class PortMapCells {
public:
    using TimePoint = PortHighlights::TimePoint;

    /// Moves to update.after, from any earlier snapshot, so updates may be skipped. The first
    /// snapshot highlights nothing; connections that opened and closed between two polls are
    /// highlighted.
    /// @return The ports whose cell or highlight changed, in ascending order.
    std::vector<Port> apply(const SnapshotUpdate& update, TimePoint now);

    [[nodiscard]] PortMapCell cell(Port port) const;
    [[nodiscard]] PortMapBlock block(PortRange range) const;
    [[nodiscard]] PortMapCounts counts(PortRange range) const;
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }
    /// Ports of the range with an unexpected socket, in ascending order.
    [[nodiscard]] std::vector<Port> alarmsIn(PortRange range) const;

    /// The first port of the range with a listener; empty if there is none.
    [[nodiscard]] std::optional<Port> firstListening(PortRange range) const;
    /// The most important socket of a port: its most important listener, else another socket; null
    /// if there is none. Checks each socket of the port.
    [[nodiscard]] const SocketRecord* leadSocket(Port port) const;
    /// The listeners of a port in SocketKey order.
    [[nodiscard]] std::vector<const SocketRecord*> listeners(Port port) const;

    PortHighlights& highlights() noexcept { return m_highlights; }
    [[nodiscard]] const PortHighlights& highlights() const noexcept { return m_highlights; }

private:
    // The use of one port with one protocol, as counts.
    struct Use {
        using ByVerdict = std::array<std::uint32_t, 4>;
        ByVerdict listeners{};
        ByVerdict connections{};
        std::uint32_t exposed = 0;  // listeners that are not bound to loopback
        std::uint32_t severe = 0;   // sockets that are unexpected with high severity

        [[nodiscard]] bool isNone() const noexcept
        {
            return listeners == ByVerdict{} && connections == ByVerdict{};
        }
        [[nodiscard]] bool isListening() const noexcept { return listeners != ByVerdict{}; }
        [[nodiscard]] bool isUnexpected() const noexcept;
    };
    // A port that an update changes.
    struct Touch {
        PortMapCell before;
        bool isListenerTouched = false;
    };
    using Touches = std::map<Port, Touch>;

    void take(const SocketRecord& socket, bool isThere, Touches& touches);
    void takeSteps(const Snapshot& before, const Snapshot& after, const SnapshotDiff& steps,
                   Touches& touches);
    void takeCloses(const CloseBatch& batch, TimePoint now, std::vector<Port>& changed);
    static void addTo(PortMapCell& cell, Protocol protocol, const Use& use);
    static void addListening(PortMapCounts& counts, const Use& use);

    std::map<PortId, Use> m_uses;
    PortHighlights m_highlights;
    SnapshotPtr m_snapshot;
};

/// The port under which a socket is on the map.
[[nodiscard]] Port mapPortOf(const SocketRecord& socket) noexcept;

}  // namespace quaywatch
