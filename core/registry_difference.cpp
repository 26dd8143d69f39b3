// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry_difference.h"

#include <algorithm>
#include <array>
#include <functional>

namespace quaywatch {
namespace {

constexpr std::array kProtocols{Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp};
constexpr unsigned kPorts = 65'536;

bool areAlike(const Assignment& a, const Assignment& b)
{
    return a.state == b.state && a.names.packed() == b.names.packed();
}

/// What differs at one port.
std::vector<RegistryChange> compare(const PackedTable& before, const PackedTable& after, Port port)
{
    std::vector<RegistryChange> changes;
    for (const Protocol protocol : kProtocols) {
        const Assignment was = before.lookup(port, protocol);
        const Assignment is = after.lookup(port, protocol);
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
            changes.push_back({port, protocolBit(protocol), was, is});
        }
    }
    return changes;
}

/// Adds what differs at each port of a run to the whole.
void add(const std::vector<RegistryChange>& changes, PortRange ports, RegistryDifference& whole)
{
    if (changes.empty()) {
        return;
    }
    const auto isOfOtherKind = [](const RegistryChange& each) {
        return !each.isNewlyAssigned() && !each.isDeassigned();
    };
    const bool hasAssigned =
        std::any_of(changes.begin(), changes.end(), std::mem_fn(&RegistryChange::isNewlyAssigned));
    const bool hasDeassigned =
        std::any_of(changes.begin(), changes.end(), std::mem_fn(&RegistryChange::isDeassigned));
    const bool hasOther = std::any_of(changes.begin(), changes.end(), isOfOtherKind);
    for (unsigned port = ports.first; port <= ports.last; ++port) {
        whole.newlyAssigned += hasAssigned ? 1U : 0U;
        whole.deassigned += hasDeassigned ? 1U : 0U;
        whole.otherwise += hasOther ? 1U : 0U;
        for (RegistryChange change : changes) {
            change.port = static_cast<Port>(port);
            change.before.portClass = change.after.portClass = portClassOf(change.port);
            whole.wellKnown += change.before.portClass == PortClass::WellKnown ? 1U : 0U;
            whole.changes.push_back(change);
        }
    }
}

}  // namespace

bool RegistryChange::isNewlyAssigned() const noexcept
{
    return before.state != AssignmentState::Assigned && after.state == AssignmentState::Assigned;
}

bool RegistryChange::isDeassigned() const noexcept
{
    return before.state == AssignmentState::Assigned && after.state != AssignmentState::Assigned;
}

RegistryDifference differenceOf(const PackedTable& before, const PackedTable& after)
{
    RegistryDifference difference;
    for (unsigned port = 0; port < kPorts;) {
        const Port first = static_cast<Port>(port);
        const Port last = std::min(before.lastAlike(first), after.lastAlike(first));
        add(compare(before, after, first), {first, last}, difference);
        port = last + 1U;
    }
    return difference;
}

std::string protocolTokens(unsigned protocols)
{
    std::string tokens;
    for (const Protocol protocol : kProtocols) {
        if ((protocols & protocolBit(protocol)) != 0) {
            tokens.append(tokens.empty() ? "" : ",").append(token(protocol));
        }
    }
    return tokens;
}

}  // namespace quaywatch
