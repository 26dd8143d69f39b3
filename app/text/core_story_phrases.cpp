// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_phrases.h"

#include <QtGlobal>

#include <array>

namespace quaywatch {
namespace {

// Long phrases are written in pieces.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr auto kStoryPhrases = std::to_array<const char*>({
    // The notes on single ports (core/registry/port_notes.cpp).
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "Port 0 belongs to no service: it is reserved at the edge of the range (RFC 6335)"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "A program that binds to it asks the system to pick a free port, and gets another number"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Unassigned, with a remark in the registry: IANA knows of a use of this port "
                      "that it never authorized"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "The directory of ONC RPC (RFC 1833)"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "RPC programs such as those of NFS use any free port and register it here, so rpcbind "
        "often knows the owner of a port that the registry does not list: ask it with rpcinfo -p"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "The Identification Protocol (RFC 1413, February 1993) reports the user of a "
                      "TCP connection"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "It revised RFC 931, whose number is often mistaken for its port; the name "
                      "auth comes from that Authentication Server Protocol"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "Meant for mail over TLS in the 1990s, then assigned to URL Rendezvous (urd); mail kept "
        "using it, and RFC 8314 (January 2018) added submissions to the registry"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Both names are registered; today the port is used for mail"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "931 is often mistaken for the port of RFC 931"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "RFC 931 (January 1985) describes the Authentication Server Protocol, and programs that "
        "speak it often call it rfc931; but the service has port 113, as has its revision, the "
        "Identification Protocol of RFC 1413 (February 1993)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Nothing was ever assigned to port 931"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "rndc, the remote control of the name server BIND"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "It was in use for years before IANA assigned it, for TCP only, in June "
                      "2017; for UDP the port is reserved"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "The registry has an entry for UDP only, and it is a guess: \"Possibly used "
                      "by Sun Solaris????\""),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "For TCP there is no entry"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "One of the two ports for experiments (RFC 4727, RFC 3692)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Anyone may use it for experiments, but no product may use it by default"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Reserved at the edge of the range (RFC 6335)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "It is also the last of the ports 665 to 1023, of which Linux uses one as "
                      "the source port of an NFS mount"),

    // Programs that use a port without a registration by IANA (resources/iana/often_used_by.tsv),
    // after "Often used by". Plain names are not translated.
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Samba's old web administration (SWAT)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "VMware ESXi (console and heartbeat)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "web development servers (Next.js, Rails) and Grafana"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Browsersync's control page"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Vite's preview"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Angular's development server"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Flask, and the AirPlay receiver of macOS"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the Android Debug Bridge (adb)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Storybook and TensorBoard"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Django, Uvicorn and Python's http.server"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "webpack-dev-server, Tomcat and other web servers"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Metro, the bundler of React Native"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Syncthing's web page"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Xdebug, waited for by the editor"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Prometheus and Cockpit"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the debugger of Node.js (--inspect)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the Kubernetes kubelet"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "RabbitMQ's management page"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Minecraft servers"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "game servers of Valve's Source engine"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "gRPC examples and many services made from them"),
});
// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace

std::span<const char* const> coreStoryPhrases() noexcept
{
    return kStoryPhrases;
}

}  // namespace quaywatch
