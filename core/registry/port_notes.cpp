// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/port_notes.h"

#include "core/registry/active_registry.h"

namespace quaywatch::registry {
namespace {

/// Whether an imported registry gives the port the same state as the built-in one, for which the
/// notes were written.
bool isAsWritten(Port port) noexcept
{
    const auto isSame = [port](Protocol protocol) {
        return active().table.lookup(port, protocol).state ==
               builtIn().table.lookup(port, protocol).state;
    };
    return isSame(Protocol::Tcp) && isSame(Protocol::Udp);
}

// Facts only, each with its document. Rumors about malware do not belong here: a port number is no
// evidence of it.
std::string_view noteOn(Port port) noexcept
{
    switch (port) {
        case 0:
            return "Port 0 belongs to no service: it is reserved at the edge of the range (RFC "
                   "6335). A program that binds to it asks the system to pick a free port, and "
                   "gets another number.";
        case 100:
        case 796:
            return "Unassigned, with a remark in the registry: IANA knows of a use of this port "
                   "that it never authorized.";
        case 111:
            return "The directory of ONC RPC (RFC 1833). RPC programs such as those of NFS use any "
                   "free port and register it here, so rpcbind often knows the owner of a port "
                   "that the registry does not list: ask it with rpcinfo -p.";
        case 113:
            return "The Identification Protocol (RFC 1413, February 1993) reports the user of a "
                   "TCP connection. It revised RFC 931, whose number is often mistaken for its "
                   "port; the name auth comes from that Authentication Server Protocol.";
        case 465:
            return "Meant for mail over TLS in the 1990s, then assigned to URL Rendezvous (urd); "
                   "mail kept using it, and RFC 8314 (January 2018) added submissions to the "
                   "registry. Both names are registered; today the port is used for mail.";
        case 931:
            return "931 is often mistaken for the port of RFC 931. RFC 931 (January 1985) "
                   "describes the Authentication Server Protocol, and programs that speak it often "
                   "call it rfc931; but the service has port 113, as has its revision, the "
                   "Identification Protocol of RFC 1413 (February 1993). Nothing was ever assigned "
                   "to port 931.";
        case 953:
            return "rndc, the remote control of the name server BIND. It was in use for years "
                   "before IANA assigned it, for TCP only, in June 2017; for UDP the port is "
                   "reserved.";
        case 1008:
            return "The registry has an entry for UDP only, and it is a guess: \"Possibly used by "
                   "Sun Solaris????\". For TCP there is no entry.";
        case 1021:
        case 1022:
            return "One of the two ports for experiments (RFC 4727, RFC 3692). Anyone may use it "
                   "for experiments, but no product may use it by default.";
        case 1023:
            return "Reserved at the edge of the range (RFC 6335). It is also the last of the ports "
                   "665 to 1023, of which Linux uses one as the source port of an NFS mount.";
        default:
            return {};
    }
}

}  // namespace

std::string_view portNote(Port port) noexcept
{
    return isAsWritten(port) ? noteOn(port) : std::string_view{};
}

}  // namespace quaywatch::registry
