// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_phrases.h"

#include <QtGlobal>

#include <array>

namespace quaywatch {
namespace {

// Long phrases are written in pieces.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr auto kPortPhrases = std::to_array<const char*>({
    // The filter.
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this ')' has no matching '('"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this '(' is not closed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this quote is not closed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a term is needed here, such as port:931"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a word is needed here"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1: needs a value here"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "more than %1 parentheses within each other"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the filter is longer than %1 bytes"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the range %1 is in the wrong order"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 is not a port: write 0 to %2 or a range such as 600-1023"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 is not a process ID: write 0 to %2 or a range such as 600-1023"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 is not an address or a block such as 10.0.0.0/8"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 is neither a user ID nor a name"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1: takes %2, not %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "unknown key %1: use %2, or quote the word to look for it"),

    // The registration of a port (core/explain/explain.cpp).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Assigned to %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Assigned to %1: %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Assigned for private use, without a service name"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Unassigned: no service is registered here"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Reserved by IANA"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "De-assigned: it was assigned to a service in the past"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "No service: IANA does not assign dynamic ports"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Not in the registry, which is not the same as unassigned"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "One of the well-known ports (0-1023): they belong to system services, and "
                      "listening on one usually needs administrator rights"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "One of the registered ports (1024-49151): many are registered for a "
                      "service, but any program may listen here"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "One of the dynamic ports (49152-65535): free for any program, for as long as it runs"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Often used by %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "No socket on this machine uses it"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "A TCP socket that is bound but does not listen: it is in no table of the "
                      "kernel, but uses its port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Raw, packet and SCTP sockets, ports that only NAT publishes, and firewalls"),

    // The current use of a port (core/explain/socket_sentences.cpp).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 %2 listens, %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 %2 is bound, %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 %2 listens with %3 sockets (SO_REUSEPORT), %4"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 %2 is bound with %3 sockets (SO_REUSEPORT), %4"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open to this machine only"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open to the local link only"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open to its private network"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open on a public address"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "receiving what is sent to a multicast group"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open on every IPv4 address of this machine"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "open on every IPv6 address of this machine"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "open on every address of this machine, IPv4 and IPv6"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Held by %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 and %2 more"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "user %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "unit %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "container %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "since %1 UTC"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "no process any more"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "no process with a descriptor"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a hidden process"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a hidden process of %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "It runs %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "It runs %1 in %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Its executable was deleted or replaced since it started"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "The port is registered for %1; here: %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Its process is stopped and does not respond until it continues"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Its process is stopped by a debugger and does not respond until the "
                      "debugger continues it"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Unexpected"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Unexpected (high)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Unexpected (medium)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Unexpected (low)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Expected"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Explained"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 %2 is the local end of a connection to %3 (%4), held by %5"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "1 incoming connection from this machine"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 incoming connections from this machine"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "1 incoming connection from other machines"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 incoming connections from other machines"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 incoming connections, %2 of them from this machine"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "it is the local end of 1 more connection"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "it is the local end of %1 more connections"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "1 connection has ended and remains in time-wait"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 connections have ended and remain in time-wait"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "And 1 more listener"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "And %1 more listeners"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "1 outgoing connection to this port of other machines, the first from %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 outgoing connections to this port of other machines, the first from %2"),

    // Why a port cannot be bound (core/explain/bind_obstacles.cpp).
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "%1 is held by %2: binding it or any single address fails, \"Address already in use\""),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "%1 is held by %2: binding it or all addresses fails, \"Address already in use\""),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "%1 accepts IPv4 too, so %2 0.0.0.0:%3 is in use as well, although no table lists it"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "A dual-stack bind of %1 [::]:%2 fails on it too; one with IPV6_V6ONLY works"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "1 connection is still in TIME_WAIT: for up to a minute only a program that "
                      "sets SO_REUSEADDR can bind the port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 connections are still in TIME_WAIT: for up to a minute only a program "
                      "that sets SO_REUSEADDR can bind the port"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "1 connection has the port as its local end; a bind may fail until it is closed"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "%1 connections have the port as its local end; a bind may fail until it is closed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Ports below %1 need root or CAP_NET_BIND_SERVICE, and you are %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "net.ipv4.ip_local_reserved_ports reserves it: the kernel gives it only to a "
                      "program that asks for this port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "The kernel picks local ports for outgoing connections from %1-%2, so any "
                      "program may hold it for a while"),
});
// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace

std::span<const char* const> corePortPhrases() noexcept
{
    return kPortPhrases;
}

}  // namespace quaywatch
