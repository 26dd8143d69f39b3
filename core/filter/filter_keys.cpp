// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/token_table.h"
#include "core/filter/filter.h"
#include "core/filter/filter_terms.h"
#include "core/registry/service_registry.h"
#include "core/sockets/classify.h"

#include <algorithm>
#include <array>

namespace quaywatch {
namespace {

bool hasAssignment(const SocketRecord& socket, AssignmentState state)
{
    return registry::lookup(socket.key.localPort, socket.key.protocol).state == state;
}

bool hasAssignment(Port port, AssignmentState state)
{
    return registry::lookup(port, Protocol::Tcp).state == state ||
           registry::lookup(port, Protocol::Udp).state == state;
}

bool isOfFamily(const SocketRecord& socket, AddressFamily family)
{
    return socket.key.localAddress.family() == family;
}

constexpr std::array<IsWord, 17> kIsWords{{
    {"listener", [](const SocketRecord& s) { return s.isListener(); }},
    {"connection", [](const SocketRecord& s) { return !s.isListener(); }},
    {"inbound", [](const SocketRecord& s) { return s.direction == Direction::Inbound; }},
    {"outbound", [](const SocketRecord& s) { return s.direction == Direction::Outbound; }},
    {"local", [](const SocketRecord& s) { return isLocalConnection(s); }},
    {"loopback", [](const SocketRecord& s) { return s.exposure == Exposure::Loopback; }},
    {"exposed",
     [](const SocketRecord& s) { return s.exposure && *s.exposure != Exposure::Loopback; }},
    {"unexpected",
     [](const SocketRecord& s) { return s.assessment.verdict == Verdict::Unexpected; }},
    {"explained", [](const SocketRecord& s) { return s.assessment.verdict == Verdict::Explained; }},
    {"unassigned",
     [](const SocketRecord& s) { return hasAssignment(s, AssignmentState::Unassigned); },
     [](Port port) { return hasAssignment(port, AssignmentState::Unassigned); }},
    {"reserved", [](const SocketRecord& s) { return hasAssignment(s, AssignmentState::Reserved); },
     [](Port port) { return hasAssignment(port, AssignmentState::Reserved); }},
    {"well-known",
     [](const SocketRecord& s) { return portClassOf(s.key.localPort) == PortClass::WellKnown; },
     [](Port port) { return portClassOf(port) == PortClass::WellKnown; }},
    {"hidden",
     [](const SocketRecord& s) {
         return s.ownerState == OwnerState::Hidden || s.ownerState == OwnerState::Partial;
     }},
    {"kernel", [](const SocketRecord& s) { return s.ownerState == OwnerState::Kernel; }},
    {"deleted",
     [](const SocketRecord& s) {
         return std::any_of(s.owners().begin(), s.owners().end(),
                            [](const ProcessPtr& owner) { return owner->isExeDeleted; });
     }},
    {"ipv4", [](const SocketRecord& s) { return isOfFamily(s, AddressFamily::Ipv4); }},
    {"ipv6", [](const SocketRecord& s) { return isOfFamily(s, AddressFamily::Ipv6); }},
}};

constexpr auto kIsNames = [] {
    std::array<std::string_view, kIsWords.size()> names{};
    std::transform(kIsWords.begin(), kIsWords.end(), names.begin(),
                   [](const IsWord& word) { return word.word; });
    return names;
}();

constexpr std::array<std::string_view, 2> kProtocolNames{"tcp", "udp"};
constexpr std::array<std::string_view, 12> kStateNames{
    "listen",     "established", "time-wait", "close-wait", "syn-sent", "syn-recv",
    "fin-wait-1", "fin-wait-2",  "last-ack",  "closing",    "bound",    "connected"};
constexpr std::array<std::string_view, 4> kVerdictNames{"ordinary", "unexpected", "expected",
                                                        "explained"};

constexpr std::array<FilterKey, 14> kKeys{{
    {"port", "a port of either end, or a range of ports", "port:80,600-1023", {}},
    {"lport", "the port on this machine", "lport:22", {}},
    {"rport", "the port at the other end", "rport:443", {}},
    {"proto", "the protocol", "proto:udp", kProtocolNames},
    {"state", "the state of the socket", "state:listen,bound", kStateNames},
    {"process", "the name of an owner, or its path if there is a / in it", "process:nginx", {}},
    {"pid", "the process ID of an owner", "pid:4711", {}},
    {"user", "the user, by name or number, of the socket or an owner", "user:alice", {}},
    {"addr", "an address of either end, or a block of addresses", "addr:10.0.0.0/8", {}},
    {"unit", "the systemd unit of the socket or an owner", "unit:ssh.service", {}},
    {"container", "the container of the socket or an owner", "container:docker", {}},
    {"service", "the registered service name of a port of either end", "service:=https", {}},
    {"verdict", "what the program thinks of it", "verdict:unexpected", kVerdictNames},
    {"is", "one of the words that describe a socket", "is:exposed", kIsNames},
}};

}  // namespace

std::span<const IsWord> isWords() noexcept
{
    return kIsWords;
}

std::span<const FilterKey> filterKeys() noexcept
{
    return kKeys;
}

const FilterKey* findFilterKey(std::string_view name) noexcept
{
    for (const FilterKey& key : kKeys) {
        if (equalsIgnoringCase(key.name, name)) {
            return &key;
        }
    }
    return nullptr;
}

}  // namespace quaywatch
