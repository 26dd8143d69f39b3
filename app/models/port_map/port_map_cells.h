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

/// A port as the map shows it: what the registry says and what the sockets do.
struct PortMapCell {
    AssignmentState tcp = AssignmentState::Unlisted;
    AssignmentState udp = AssignmentState::Unlisted;
    bool listensTcp = false;
    bool listensUdp = false;
    bool isExposed = false;  ///< A listener is not on loopback alone.
    bool isUsed = false;     ///< Connections go from or to it, or look for it elsewhere.
    Verdict verdict = Verdict::Ordinary;  ///< The most telling of its sockets.

    [[nodiscard]] bool isListening() const noexcept { return listensTcp || listensUdp; }
    [[nodiscard]] bool isQuiet() const noexcept { return !isListening() && !isUsed; }
    friend bool operator==(const PortMapCell&, const PortMapCell&) = default;
};

/// A run of ports in one cell.
struct PortMapBlock {
    std::uint32_t ports = 0;
    std::uint32_t assigned = 0;   ///< Ports that have a service, by TCP or UDP.
    std::uint32_t listening = 0;  ///< Ports on which something listens.
    bool isExposed = false;
    bool isUsed = false;
    Verdict verdict = Verdict::Ordinary;

    friend bool operator==(const PortMapBlock&, const PortMapBlock&) = default;
};

/// How many ports of a range are what by the registry: by AssignmentState.
using AssignmentCounts = std::array<std::size_t, 6>;
/// Costs a look at each port, and is always the same.
[[nodiscard]] AssignmentCounts assignmentCounts(PortRange range, Protocol protocol);

/// On how many ports of a range the sockets do what.
struct PortMapCounts {
    std::size_t listening = 0;
    std::size_t exposed = 0;
    std::size_t unexpected = 0;
    std::size_t expected = 0;
    std::size_t explained = 0;
};

/// What the port map shows, without a pixel: every port with what the sockets do there, and the
/// afterglow of what just happened. An update costs what it changed, however many sockets there
/// are. An outbound connection that is unexpected for the port it goes to counts for that port.
class PortMapCells {
public:
    using TimePoint = PortHighlights::TimePoint;

    /// Goes to update.after; from wherever it is, so that updates may be left out. Nothing glows
    /// for the first snapshot; connections that came and went unseen between two do.
    /// @return The ports whose cell or glow is another now, in ascending order.
    std::vector<Port> apply(const SnapshotUpdate& update, TimePoint now);

    [[nodiscard]] PortMapCell cell(Port port) const;
    [[nodiscard]] PortMapBlock block(PortRange range) const;
    [[nodiscard]] PortMapCounts counts(PortRange range) const;
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }
    /// Ports of the range with something unexpected, in ascending order.
    [[nodiscard]] std::vector<Port> alarmsIn(PortRange range) const;

    /// The first port of the range on which something listens; empty if there is none.
    [[nodiscard]] std::optional<Port> firstListening(PortRange range) const;
    /// The socket that tells most about a port: its most telling listener, else another socket;
    /// null if there is none. Costs a look at each socket of the port.
    [[nodiscard]] const SocketRecord* leadSocket(Port port) const;
    /// The listeners of a port in SocketKey order.
    [[nodiscard]] std::vector<const SocketRecord*> listeners(Port port) const;

    PortHighlights& glows() noexcept { return m_highlights; }
    [[nodiscard]] const PortHighlights& glows() const noexcept { return m_highlights; }

private:
    // What the sockets do on one port by one protocol, as counts.
    struct Use {
        std::array<std::uint32_t, 4> verdicts{};  // sockets by Verdict
        std::uint32_t listeners = 0;
        std::uint32_t exposed = 0;

        [[nodiscard]] bool isNone() const noexcept { return verdicts == decltype(verdicts){}; }
    };
    // A port that an update speaks of.
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

    std::map<PortId, Use> m_uses;
    PortHighlights m_highlights;
    SnapshotPtr m_snapshot;
};

/// The port on whose account a socket is on the map.
[[nodiscard]] Port mapPortOf(const SocketRecord& socket) noexcept;

}  // namespace quaywatch
