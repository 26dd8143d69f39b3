// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/port_map/port_map_matches.h"

#include "app/models/diff_since.h"
#include "app/models/port_map/port_map_cells.h"
#include "app/models/row_matches.h"

#include <utility>

namespace quaywatch {

void PortMapMatches::setFilter(const Filter& filter, const SnapshotPtr& snapshot)
{
    m_filter = filter;
    if (!isFiltering()) {
        m_snapshot.reset();
        return;
    }
    m_snapshot = snapshot ? snapshot : std::make_shared<const Snapshot>();
    m_vacant.reset();
    for (const PortRange ports : filter.vacantMatches()) {
        for (std::size_t port = ports.first; port <= ports.last; ++port) {
            m_vacant.set(port);
        }
    }
    m_rows.assign(m_snapshot->sockets.size(), false);
    for (const SocketRecord* socket : filter.select(*m_snapshot)) {
        m_rows[static_cast<std::size_t>(socket - m_snapshot->sockets.data())] = true;
    }
    recount();
}

std::vector<Port> PortMapMatches::apply(const SnapshotUpdate& update)
{
    std::vector<Port> turned;
    if (!isFiltering()) {
        return turned;
    }
    const DiffSince steps(m_snapshot, update);
    m_snapshot = update.after;
    m_rows = matchesAfter(m_rows, {steps.from(), *update.after, *steps}, m_filter);
    const Ports before = m_ports;
    recount();
    if (before != m_ports) {
        for (std::size_t port = 0; port < kPortCount; ++port) {
            if (before[port] != m_ports[port]) {
                turned.push_back(static_cast<Port>(port));
            }
        }
    }
    return turned;
}

void PortMapMatches::recount()
{
    m_ports = m_vacant;
    for (const SocketRecord& socket : m_snapshot->sockets) {
        m_ports.reset(mapPortOf(socket));
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row]) {
            m_ports.set(mapPortOf(m_snapshot->sockets[row]));
        }
    }
}

bool PortMapMatches::matchesAny(PortRange range) const
{
    if (!isFiltering()) {
        return true;
    }
    for (std::size_t port = range.first; port <= range.last; ++port) {
        if (m_ports[port]) {
            return true;
        }
    }
    return false;
}

std::size_t PortMapMatches::count(PortRange range) const
{
    std::size_t count = 0;
    for (std::size_t port = range.first; port <= range.last; ++port) {
        count += !isFiltering() || m_ports[port] ? 1U : 0U;
    }
    return count;
}

}  // namespace quaywatch
