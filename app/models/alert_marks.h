// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_queries.h"
#include "app/text/socket_column.h"
#include "core/watch/alert_list.h"

#include <QVariant>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quaywatch {

/// Which rows are still to be highlighted: what the user has done with the alerts about them. Built
/// again when the alerts change. Of a very long list of alerts, only the first kMaxSockets sockets
/// are known; the rows of the others stay highlighted.
class AlertMarks {
public:
    enum class State {
        Unknown,    ///< No alert of this run is about it.
        Open,       ///< An alert about it is unread.
        DealtWith,  ///< All alerts about it were acknowledged or muted.
    };
    static constexpr std::size_t kMaxSockets = 5000;

    AlertMarks() = default;
    explicit AlertMarks(const std::vector<AlertEntry>& entries);

    /// Of a listener: by its service, as the rules recognize it. Of a connection: by the port that
    /// the row is about.
    [[nodiscard]] State of(const SocketRecord& socket) const;
    /// Of a line of the history that is an alert: by its rule and port.
    [[nodiscard]] State of(const HistoryRow& row) const;

private:
    using PortKey = std::pair<Protocol, Port>;
    /// Rule, protocol and port; the latter two are 0 if the alert combines several.
    using LineKey = std::pair<std::string, PortKey>;
    struct Line {
        State state = State::Unknown;
        std::chrono::system_clock::time_point firstSeen;
    };

    void add(const AlertEntry& entry, State state);
    void addSocket(const SocketRecord& socket, State state);

    std::unordered_map<std::string, State> m_services;
    std::map<PortKey, State> m_ports;
    std::map<LineKey, Line> m_lines;
    std::size_t m_count = 0;
};

using AlertMarksPtr = std::shared_ptr<const AlertMarks>;

/// The data of a cell of an unexpected socket whose alerts are dealt with, where it differs from
/// socketCell(): the row is not highlighted, and its verdict is quiet.
/// @param marks  May be null.
[[nodiscard]] std::optional<QVariant> quietCell(const AlertMarks* marks, const SocketRecord& socket,
                                                Column column, int role);

}  // namespace quaywatch
