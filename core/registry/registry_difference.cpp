// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_difference.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>

namespace quaywatch {
namespace {

constexpr unsigned kPorts = 65'536;

bool areAlike(const Assignment& a, const Assignment& b)
{
    return a.state == b.state && a.names.packed() == b.names.packed();
}

/// The changes of each port in a range in which all ports are the same in both tables.
std::vector<RegistryChange> compare(const PackedTable& before, const PackedTable& after,
                                    PortRange ports)
{
    std::vector<RegistryChange> changes;
    for (const Protocol protocol : kRegistryProtocols) {
        const Assignment was = before.lookup(ports.first, protocol);
        const Assignment is = after.lookup(ports.first, protocol);
        if (areAlike(was, is)) {
            continue;
        }
        const auto same =
            std::find_if(changes.begin(), changes.end(), [&](const RegistryChange& each) {
                return areAlike(each.before, was) && areAlike(each.after, is);
            });
        if (same != changes.end()) {
            same->protocols |= protocolBit(protocol);
        } else {
            changes.push_back({ports, protocolBit(protocol), was, is});
        }
    }
    return changes;
}

void count(const std::vector<RegistryChange>& changes, PortRange ports, RegistryDifference& whole)
{
    const auto has = [&changes](auto isSo) {
        return std::any_of(changes.begin(), changes.end(), isSo);
    };
    const auto isOfOtherKind = [](const RegistryChange& each) {
        return !each.isNewlyAssigned() && !each.isDeassigned();
    };
    const std::size_t width = ports.last - ports.first + std::size_t{1};
    whole.newlyAssigned += has(std::mem_fn(&RegistryChange::isNewlyAssigned)) ? width : 0;
    whole.deassigned += has(std::mem_fn(&RegistryChange::isDeassigned)) ? width : 0;
    whole.otherwise += has(isOfOtherKind) ? width : 0;
    whole.wellKnown += has(std::mem_fn(&RegistryChange::isWellKnown)) ? width : 0;
}

/// Joins adjacent ranges with the same changes. A range ends where any row of a table ends, even if
/// only the descriptions differ.
class ChangeList {
public:
    /// Adds the changes of the next range.
    void append(const std::vector<RegistryChange>& run)
    {
        const auto before = m_changes.begin() + m_lastRun;
        if (!run.empty() &&
            std::equal(before, m_changes.end(), run.begin(), run.end(), isContinuedBy)) {
            std::for_each(before, m_changes.end(), [&run](RegistryChange& each) {
                each.ports.last = run.front().ports.last;
            });
            return;
        }
        m_lastRun = std::distance(m_changes.begin(), m_changes.end());
        m_changes.insert(m_changes.end(), run.begin(), run.end());
    }
    [[nodiscard]] std::vector<RegistryChange> take() { return std::move(m_changes); }

private:
    static bool isContinuedBy(const RegistryChange& was, const RegistryChange& is)
    {
        return was.ports.last + 1 == is.ports.first && was.isWellKnown() == is.isWellKnown() &&
               was.protocols == is.protocols && areAlike(was.before, is.before) &&
               areAlike(was.after, is.after);
    }

    std::vector<RegistryChange> m_changes;
    std::ptrdiff_t m_lastRun = 0;
};

}  // namespace

bool RegistryChange::isNewlyAssigned() const noexcept
{
    return before.state != AssignmentState::Assigned && after.state == AssignmentState::Assigned;
}

bool RegistryChange::isDeassigned() const noexcept
{
    return before.state == AssignmentState::Assigned && after.state != AssignmentState::Assigned;
}

bool RegistryChange::isWellKnown() const noexcept
{
    return portClassOf(ports.first) == PortClass::WellKnown;
}

RegistryDifference differenceOf(const PackedTable& before, const PackedTable& after)
{
    RegistryDifference difference;
    ChangeList list;
    for (unsigned port = 0; port < kPorts;) {
        const Port first = static_cast<Port>(port);
        Port last = std::min(before.endOfUniformRange(first), after.endOfUniformRange(first));
        if (first < kFirstRegisteredPort) {
            last = std::min<Port>(last, kFirstRegisteredPort - 1);
        }
        const auto changes = compare(before, after, {first, last});
        count(changes, {first, last}, difference);
        list.append(changes);
        port = last + 1U;
    }
    difference.changes = list.take();
    return difference;
}

std::string rangeText(PortRange ports)
{
    std::string text = std::to_string(ports.first);
    if (ports.last != ports.first) {
        text.append("-").append(std::to_string(ports.last));
    }
    return text;
}

std::string protocolTokens(unsigned protocols)
{
    std::string tokens;
    for (const Protocol protocol : kRegistryProtocols) {
        if ((protocols & protocolBit(protocol)) != 0) {
            tokens.append(tokens.empty() ? "" : ",").append(token(protocol));
        }
    }
    return tokens;
}

}  // namespace quaywatch
