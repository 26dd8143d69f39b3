// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_phrases.h"

#include <QtGlobal>

#include <array>

namespace quaywatch {
namespace {

// Long ones are written in pieces.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr auto kPhrases = std::to_array<const char*>({
    // Verdicts (core/judge.cpp).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "listener on %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "connection to a listener on %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "outgoing connection to %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "an unassigned well-known port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a reserved well-known port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a de-assigned well-known port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a well-known port that is not in the registry"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1, known to rpcbind"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "held by the process that serves %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "RPC program %1 (%2)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "RPC program %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "reserved-port client (RPC or NFS): the kernel's own UDP socket"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "reserved-port client (RPC or NFS): source port of a connection to %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "port %1 (%2)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "port %1"),

    // What the baseline says of a listener, and its file (core/baseline).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "listener that is no longer expected"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1; %2, line %3, expected it until %4"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1, line %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1, line %2: %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "its program is %1, not %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "its address is %1, not %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "its user is %1, not %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "its unit is %1, not %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "its container is %1, not %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "not known"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "none that is known"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "one that is not known"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "none"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (what was expected before stays so)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (so nothing is expected)"),

    // The rules (core/watch/alert.cpp).
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "Something listens on a well-known port that is nobody's"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "A connection went out to a port that is nobody's"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "A port of this machine that is nobody's was tried in vain"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "A listener turned up that the baseline does not know"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "A program's port is exposed to more than before"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "Another program took over a port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "The executable of a listener is no longer on disk"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "A listener still runs what was replaced on disk"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "An ordinary user's process listens on a privileged port"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "A listener does not take its connections"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "A program does not close its connections"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "More alerts at once than anybody wants to read, in one"),

    // Alerts (core/watch).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "listener that the baseline does not know"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "privileged port held by %1, an ordinary user's process"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "listener that runs from memory: its executable never was a file on disk"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "listener whose executable was deleted or replaced on disk: %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "listener that runs an older version of its executable than is on disk: %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "listener whose executable is no longer on disk: %1"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "listener that does not take its connections: %1 wait, and its backlog of %2 is full"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "well-known ports that are nobody's were tried from this machine in vain"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "bound for %1 now, before at %2 only"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this machine only"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the local link"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "private networks"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "public addresses"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a multicast group"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "all addresses"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "another program took over the port: %1, before it %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 does not close its connections: %2 are in CLOSE_WAIT, and it gets more"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "listens at %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "connection from %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "before: %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "now: %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "what follows soon is told together, when it has ebbed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the kernel"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a hidden process"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a process of %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "a process of user %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "tcp to %1 %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "udp to %1 %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "to %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "tcp %1 the kernel"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "udp %1 the kernel"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "tcp %1 a hidden process"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "udp %1 a hidden process"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "tcp %1 a process of %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "udp %1 a process of %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "tcp %1 a process of user %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "udp %1 a process of user %2"),

    // Several alerts in one (core/watch/alert_text.cpp).
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "1 alert: %1: %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 alerts: %2: %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 alerts: %2: %3 and 1 other"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 alerts: %2: %3 and %4 others"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 times %2"),

    // Gaps, and what to do about them.
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "other users' processes"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "other users' processes, which /proc is mounted to hide (hidepid)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "processes outside this container or guarded from root"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "run it on the host"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "processes in 1 other network namespace, whose ports are not listed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "processes in %1 other network namespaces, whose ports are not listed"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the kernel's %1 table changed faster than it could be read"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "refresh; rows may be missing until then"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "lines of %1 that could not be understood"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the kernel has no sock_diag for %1, %2 was read instead: no byte counts, "
                      "units or v6-only flags"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "rpcbind listens on port 111 but gave no answer"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "connections between two looks are not seen: %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "start Quaywatch again"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "more sockets closed between two looks than are kept"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the kernel dropped events of closed sockets: they came too fast"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the history could not be written in time"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "executable and working directory of a process that this user may not look into"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "listeners with owners that this user may not see"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (process %2) may be ended only by %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 or root"),

    // Ending a process.
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "neither a port nor a process was named"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "there is no process %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "process %1 has ended"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "process %1 has ended; its number is another's now"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "process %1 does not listen on %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "nothing listens on %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "what listened on %1 has ended"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 is held by the kernel itself, there is no process to end"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "the owner of %1 may not be seen by this user"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the owner of %1 may not be seen by this user; try: %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the owner of %1 may not be seen by this user (it belongs to %2)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "the owner of %1 may not be seen by this user (it belongs to %2); try: %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "systemd runs the services and is never signaled"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "systemd holds the port for %1 and is never signaled; stop that unit instead"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "systemd holds the port for %1 and is never signaled; stop those units instead"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "it runs as root, but the socket was opened by %1"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "it belongs to %1, but the socket was opened by %2"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "user %1"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "it looks like a client: its UDP socket is on a port that the kernel hands out"),
    QT_TRANSLATE_NOOP(
        "quaywatch::CoreText",
        "this system offers no way to signal it for sure (Linux 5.3 or newer is needed)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "process 1 runs the system and is never signaled"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "this program itself is never signaled"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "process %1 is a thread of the kernel and is never signaled"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "it could not be taken hold of"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (process %2) was not signaled: %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (process %2) has ended"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) has ended; %3 still holds the port and may start it again"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) has ended; systemd may start %3 again"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) has ended; the port is held again by %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) has ended; port %3 is held again by %4"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (unit %2)"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 and %2 more"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (process %2) had ended before"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) does not hold port %3 any more and was not signaled"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) was asked to end, but is still running"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) was asked to end, but is still running after %3 s"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) is stopped, and gets the signal only once it is continued; "
                      "kill it, or continue it with kill -CONT %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) is held by a debugger, and gets the signal only once that "
                      "lets it go on; kill it, or end the debugger"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (process %2) was killed, but has not ended"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) was killed, but has not ended after %3 s"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) may not be ended by this user; try: %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText", "%1 (process %2) could not be ended: %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) was signaled, but cannot be watched: %3"),
    QT_TRANSLATE_NOOP("quaywatch::CoreText",
                      "%1 (process %2) is a worker of process %3 and still holds the port"),
});
// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace

std::span<const char* const> corePhrases() noexcept
{
    return kPhrases;
}

}  // namespace quaywatch
