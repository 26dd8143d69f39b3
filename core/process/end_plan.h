// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The plan to end the owners of a listener: it is shown first, and then executed (end_process.h).

#pragma once

#include "core/host/host_facts.h"
#include "core/process/process_control.h"
#include "core/process/process_inspector.h"
#include "core/process/read_listeners.h"
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

/// The target: the owners of the listeners on a port, or one process. With both, that process as
/// long as it holds a listener on that port.
struct EndTarget {
    std::optional<Port> port = {};
    std::optional<Protocol> protocol = {};  ///< With port: only this protocol.
    std::optional<SocketKey> socket = {};   ///< With port: only the owners of this listener on it.
    std::optional<ProcessId> process = {};  ///< startTime 0: the process that has the number now.
    /// With port: treat UDP sockets that look like a client's as listeners, too.
    bool includesClients = false;
    /// With process and without port: allow a user's service manager, too. Only for a Kill that the
    /// user requested.
    bool includesManager = false;
};

/// The command with which root could end the target: "sudo quaywatch-cli kill port:931/tcp".
[[nodiscard]] std::string killCommandFor(const EndTarget& target);

/// The reason why an owner of a port is not ended with the others unless the user confirms it.
struct LeftOut {
    enum class Reason : std::uint8_t {
        /// A UDP socket on an ephemeral port, which the baseline does not expect.
        Client,
        /// Another, unprivileged user opened the socket: a process can pass its socket to any
        /// process that accepts descriptors (SCM_RIGHTS), or leave it to a program that runs as
        /// root.
        OpenedByAnother,
        /// Another program opened the socket. Its processes hold the socket, too, and are not
        /// related to this one, so the socket was passed to it in one of these ways.
        HandedOn,
        /// The same, but nothing shows which of them opened the socket.
        OpenerUnknown,
    };
    Reason reason = Reason::Client;
    Message text;  ///< "it runs as root, but the socket was opened by alice"
};

[[nodiscard]] std::string_view token(LeftOut::Reason reason) noexcept;  ///< "opened-by-another"

/// One process that the plan would end; its handle is open since the plan was made.
struct EndCandidate {
    ProcessDetails details;
    /// The listeners that it holds; pointers into the snapshot. They close with it if nothing else
    /// holds them: see endOf(). For a service manager, which is never ended, only those of the
    /// target.
    std::vector<const SocketRecord*> listeners;
    std::vector<RelatedProcess> workers;  ///< Children that share a listener and end with it.
    /// Why it is never signaled (pid 1, kernel, this program).
    std::optional<Message> refusal;
    std::optional<LeftOut> leftOut;  ///< Only set for those in EndPlan::leftOut.
    /// The systemd units that would start it again, and the .socket units that hold listeners of
    /// the target.
    std::vector<std::string> restartingUnits;
    std::vector<std::string> socketUnits;
    /// If ending the process does not free the port permanently: the call that does, and the same
    /// as a command to show and copy, e.g. "sudo systemctl stop cups.socket cups.service".
    std::optional<UnitStop> stop;
    std::optional<std::string> stopCommand;
    /// Listeners that also close if these units are stopped, without `listeners`.
    std::vector<const SocketRecord*> alsoClosed;
    std::unique_ptr<ProcessHandle> handle;  ///< Null if there is a refusal.
    /// Handles of the workers, in their order. Null for a worker that is opened only when it is
    /// signaled, since this program may open too few files.
    std::vector<std::unique_ptr<ProcessHandle>> workerHandles;
};

/// The system functions that a plan uses, when it is made and again when it is executed.
struct EndSystem {
    std::function<Result<ProcessDetails>(std::uint32_t pid)> inspect = inspectProcess;
    std::function<Result<ProcessInfo>(std::uint32_t pid)> read = readProcess;
    /// Reads the current listeners from the system.
    std::function<Result<SnapshotPtr>()> readListeners = quaywatch::readListeners;
    std::function<Result<std::unique_ptr<ProcessHandle>>(const ProcessId&)> open = openProcess;
    std::function<ServiceManager(const ProcessId&)> managerOf = serviceManagerOf;
    std::function<std::optional<SocketUnit>(const SocketUnitQuestion&)> findSocketUnit =
        quaywatch::findSocketUnit;
    std::function<std::optional<std::uint32_t>(std::uint32_t pid)> namespaceRoot =
        uidOfNamespaceRoot;
    std::function<bool(std::uint32_t pid)> canBecomeRoot = quaywatch::canBecomeRoot;
    std::function<BindRules()> bindRules = readBindRules;
    std::function<CurrentUser()> currentUser = readCurrentUser;
};

/// The plan: show it, then execute or drop it. Of a parent and its workers that share a listener,
/// only the parent is a candidate.
struct EndPlan {
    EndTarget target;
    EndSystem system;      ///< The system on which it was made.
    SnapshotPtr snapshot;  ///< Keeps the records alive.
    /// Snapshots with the sockets that a process opened on the port after the plan was made.
    std::vector<SnapshotPtr> laterSnapshots;
    std::vector<EndCandidate> candidates;
    std::vector<EndCandidate> leftOut;  ///< Owners that are ended only if takeIn() was called.
    /// Owners that may not be read or ended, with the command that can end them.
    std::vector<Gap> gaps;

    /// The units of all candidates that one call can stop; empty if there are none.
    [[nodiscard]] std::optional<UnitStop> stop() const;

    /// Whether an owner was left out for that reason.
    [[nodiscard]] bool hasLeftOut(LeftOut::Reason reason) const noexcept;
    /// Whether an owner was left out that needs a separate confirmation: for any reason except
    /// Client.
    [[nodiscard]] bool hasDoubtfulOwner() const noexcept;
    /// Turns the left out owners into candidates: the user was shown the reasons and confirmed.
    void takeIn();
};

/// Makes the plan and opens a handle of each process. Blocks: do not call it on the GUI thread.
///
/// A plan for a port has no candidates if all its owners are left out.
///
/// @return NotFound if nothing listens there or there is no such process; PermissionDenied if the
///         owners may not be read.
[[nodiscard]] Result<EndPlan> planEnd(const EndTarget& target, const SnapshotPtr& snapshot);
/// The same for the given system; for tests.
[[nodiscard]] Result<EndPlan> planEndOn(const EndSystem& system, const EndTarget& target,
                                        const SnapshotPtr& snapshot);

}  // namespace quaywatch
