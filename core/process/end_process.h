// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Ending the owners of a listener: the plan that is shown before, and the act itself.

#pragma once

#include "core/host/host_facts.h"
#include "core/process/listener_look.h"
#include "core/process/process_control.h"
#include "core/process/process_inspector.h"
#include "core/process/service_manager.h"
#include "core/process/unit_stop.h"
#include "core/sockets/snapshot.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// What to end: the owners of the listeners on a port, or one process; with both, that process
/// as long as it holds a listener of that port.
struct EndTarget {
    std::optional<Port> port = {};
    std::optional<Protocol> protocol = {};  ///< With port: only this one.
    std::optional<SocketKey> socket = {};   ///< With port: only the owners of this listener of it.
    std::optional<ProcessId> process = {};  ///< startTime 0: whoever has the number now.
    /// With port: take UDP sockets that look like a client's for listeners, too.
    bool includesClients = false;
    /// With process alone: a user's service manager is no exception. For a Kill that was asked for.
    bool includesManager = false;
};

/// The command with which root could end it: "sudo quaywatch-cli kill port:931/tcp".
[[nodiscard]] std::string killCommandFor(const EndTarget& target);

/// Why an owner of a port is not ended with the others, but only if that is asked for itself.
struct LeftOut {
    enum class Reason : std::uint8_t {
        /// A UDP socket on a port that the kernel hands out, and that the baseline does not expect.
        Client,
        /// Another, unprivileged user opened the socket: whoever has a socket may hand it to any
        /// process that takes descriptors (SCM_RIGHTS), or leave it to a program that runs as root.
        OpenedByAnother,
        /// Another program opened the socket, whose processes it is not related to and which hold
        /// it as well: it was handed to it likewise.
        HandedOn,
        /// The same, but nothing shows which of them opened it.
        OpenerUnknown,
    };
    Reason reason = Reason::Client;
    std::string text;  ///< "it runs as root, but the socket was opened by alice"
};

[[nodiscard]] std::string_view token(LeftOut::Reason reason) noexcept;  ///< "opened-by-another"

/// One process the plan would end, held from the moment the plan is made.
struct EndCandidate {
    ProcessDetails details;
    /// That go down with it; into the snapshot. Of a service manager, which is never ended: those
    /// that were asked for.
    std::vector<const SocketRecord*> listeners;
    std::vector<RelatedProcess> workers;  ///< Children that share a listener and go with it.
    std::optional<std::string> refusal;   ///< Why it is not signalled (pid 1, kernel, ourselves).
    std::optional<LeftOut> leftOut;       ///< Of those in EndPlan::leftOut.
    /// The systemd units that would start it again, and the .socket units that hold what was asked
    /// for.
    std::vector<std::string> restartingUnits;
    std::vector<std::string> socketUnits;
    /// Where ending the process does not free the port for good: what does, and as a command to
    /// be shown and copied, e.g. "sudo systemctl stop cups.socket cups.service".
    std::optional<UnitStop> stop;
    std::optional<std::string> stopCommand;
    std::vector<const SocketRecord*> alsoClosed;  ///< By stopping these units, beside `listeners`.
    std::unique_ptr<ProcessHandle> handle;        ///< Null with a refusal.
    /// Of the workers, in their order. Null for one that is taken hold of only when it is signaled,
    /// since this program may open too few files.
    std::vector<std::unique_ptr<ProcessHandle>> workerHandles;
};

/// The system as a plan sees it, when it is made and again when it is carried out.
struct EndSystem {
    std::function<Result<ProcessDetails>(std::uint32_t pid)> inspect = inspectProcess;
    std::function<Result<ProcessInfo>(std::uint32_t pid)> read = readProcess;
    /// The listeners as they are now, read from the system.
    std::function<Result<SnapshotPtr>()> look = lookAtListeners;
    std::function<Result<std::unique_ptr<ProcessHandle>>(const ProcessId&)> open = openProcess;
    std::function<ServiceManager(const ProcessId&)> managerOf = serviceManagerOf;
    std::function<std::optional<SocketUnit>(const SocketUnitQuestion&)> findSocketUnit =
        quaywatch::findSocketUnit;
    std::function<std::optional<std::uint32_t>(std::uint32_t pid)> namespaceRoot =
        uidOfNamespaceRoot;
    std::function<BindRules()> bindRules = readBindRules;
    std::function<CurrentUser()> viewer = currentViewer;
};

/// The plan: show it, then carry it out or drop it. Of a parent and its workers that share a
/// listener only the parent is a candidate.
struct EndPlan {
    EndTarget target;
    EndSystem system;      ///< That it was made on.
    SnapshotPtr snapshot;  ///< Keeps the records alive.
    /// With the sockets that a process opened on the port after the plan was made.
    std::vector<SnapshotPtr> laterSnapshots;
    std::vector<EndCandidate> candidates;
    std::vector<EndCandidate> leftOut;  ///< Owners that are ended only once takeIn() was called.
    std::vector<Gap> gaps;  ///< Owners that may not be seen or ended, with the command that can.

    /// The units of all candidates that one call can stop; empty if there are none.
    [[nodiscard]] std::optional<UnitStop> stop() const;

    /// Whether an owner was left out for that reason.
    [[nodiscard]] bool hasLeftOut(LeftOut::Reason reason) const noexcept;
    /// Whether one was left out that is asked about by itself: for any reason but that it looks
    /// like a client.
    [[nodiscard]] bool hasDoubtfulOwner() const noexcept;
    /// Makes candidates of those left out: somebody was told why, and wants it all the same.
    void takeIn();
};

/// Makes the plan and takes hold of each process. Blocks: not for the GUI thread.
///
/// A plan for a port has no candidates where all its owners are left out.
///
/// @return NotFound if nothing listens there or there is no such process; PermissionDenied if
///         the owners may not be read.
[[nodiscard]] Result<EndPlan> planEnd(const EndTarget& target, const SnapshotPtr& snapshot);
/// The same for a system given; for tests.
[[nodiscard]] Result<EndPlan> planEndOn(const EndSystem& system, const EndTarget& target,
                                        const SnapshotPtr& snapshot);

/// What became of one process.
struct EndOutcome {
    enum class Kind : std::uint8_t {
        Ended,           ///< It has ended.
        StillAlive,      ///< Signalled, and it lives on at the end of the wait.
        AlreadyExited,   ///< It had ended before.
        ReleasedSocket,  ///< It does not hold the socket any more; not signalled.
        Refused,         ///< Not permitted, or never to be signalled.
        Failed,          ///< The system failed.
    };
    ProcessId process;
    std::string name;
    Kind kind = Kind::Ended;
    std::string text;  ///< One English sentence.
    /// Of one that is StillAlive after a Terminate: why the signal waits.
    std::optional<ProcessState> state = {};
    /// It was to leave a port that is held all the same: by the very socket, or, where nothing was
    /// signaled, by anyone. `text` says by whom.
    bool isPortHeld = false;
};

[[nodiscard]] std::string_view token(EndOutcome::Kind kind) noexcept;  ///< "still-alive"

/// Verifies each candidate again (see SignalCheck), signals it and waits. Blocks up to `wait` in
/// all, and up to a second for each process that holds the port by another socket by now.
///
/// Workers end with their parent, or go on and are then told as StillAlive; Kill is sent to them
/// as well, since a parent that is killed cannot end them. One that cannot be taken hold of is
/// Refused.
///
/// @param isCanceled  Asked some times a second while it waits: true ends the waiting. May be
///                     empty.
/// @return One outcome a candidate, in their order, and one for each worker that was killed or
///         lives on holding the port.
[[nodiscard]] std::vector<EndOutcome> execute(EndPlan& plan, ProcessSignal signal,
                                              std::chrono::milliseconds wait,
                                              const std::function<bool()>& isCanceled = {});

}  // namespace quaywatch
