// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"
#include "tests/support/machine/fake_process.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Fake processes that end as the test sets, without a system and without real time.
class FakeMachine {
public:
    FakeProcess& add(const ProcessPtr& process, std::set<std::uint64_t> inodes = {})
    {
        FakeProcess& fake = m_processes[process->id.pid];
        fake.details.info = *process;
        fake.inodes = std::move(inodes);
        return fake;
    }
    FakeProcess& at(std::uint32_t pid) { return m_processes.at(pid); }

    [[nodiscard]] EndSystem system()
    {
        return {.inspect = [this](std::uint32_t pid) { return inspect(pid); },
                .read =
                    [this](std::uint32_t pid) {
                        return inspect(pid).map(
                            [](const ProcessDetails& details) { return details.info; });
                    },
                .readListeners = [this] { return poll(); },
                .open = [this](const ProcessId& process) { return open(process); },
                .managerOf = [this](const ProcessId& process) { return managerOf(process); },
                .findSocketUnit =
                    [this](const SocketUnitQuestion& question) { return socketUnitOf(question); },
                .namespaceRoot =
                    [this](std::uint32_t pid) { return m_processes.at(pid).namespaceRoot; },
                .canBecomeRoot =
                    [this](std::uint32_t pid) { return m_processes.at(pid).canBecomeRoot; },
                .bindRules = [this] { return bindRules; },
                .currentUser = [this] { return currentUser; }};
    }

    /// The results of polling a port again, in order; the last one repeats. Without any, the port
    /// cannot be read.
    std::vector<SnapshotPtr> polls;
    int pollCount = 0;
    /// The number of processes that can be held at once; each uses one descriptor.
    std::size_t maxHeld = 1000;

    /// The configured socket units, by the port they listen on.
    std::map<Port, SocketUnit> socketUnits;
    BindRules bindRules = [] {
        BindRules rules;
        rules.ephemeralPorts = PortRange{32768, 60999};
        return rules;
    }();
    CurrentUser currentUser{.uid = 1000, .user = "alice", .isPrivileged = false};

private:
    class Handle final : public ProcessHandle {
    public:
        Handle(FakeMachine& machine, FakeProcess& process)
            : m_machine(machine)
            , m_process(process)
        {
            ++m_machine.m_held;
        }
        Handle(const Handle&) = delete;
        Handle& operator=(const Handle&) = delete;
        ~Handle() override { --m_machine.m_held; }
        [[nodiscard]] ProcessId id() const noexcept override { return m_process.details.info.id; }
        [[nodiscard]] Result<bool> holdsSocket(std::uint64_t inode) const override
        {
            return m_process.inodes.count(inode) > 0;
        }
        [[nodiscard]] Result<void> signal(ProcessSignal signal) override
        {
            if (const Result<void> permission = checkPermission(); !permission) {
                return permission;
            }
            m_process.received.push_back(signal);
            if (signal == ProcessSignal::Kill ||
                (!m_process.ignoresTerminate && !m_process.isStopped)) {
                m_process.isAlive = false;
            }
            if (signal == ProcessSignal::Terminate && !m_process.isAlive) {
                for (const std::uint32_t pid : m_process.dependents) {
                    m_machine.at(pid).isAlive = false;
                }
            }
            return {};
        }
        [[nodiscard]] Result<void> checkPermission() const override
        {
            if (!m_process.isAlive) {
                return failure(ErrorCode::NotFound, "it has ended");
            }
            if (!m_process.mayBeSignaled) {
                return failure(ErrorCode::PermissionDenied, "signal it");
            }
            return {};
        }
        [[nodiscard]] Result<std::optional<ProcessState>> state() const override
        {
            return m_process.isStopped ? std::optional(ProcessState::Stopped) : std::nullopt;
        }
        [[nodiscard]] Result<bool> waitForExit(std::chrono::milliseconds) const override
        {
            return !m_process.isAlive;
        }

    private:
        FakeMachine& m_machine;
        FakeProcess& m_process;
    };

    /// Process 1 of these machines is systemd, unless a test sets another one.
    ServiceManager managerOf(const ProcessId& process)
    {
        const auto found = m_processes.find(process.pid);
        const bool isSaid =
            found != m_processes.end() && found->second.manager != ServiceManager::None;
        return isSaid             ? found->second.manager
               : process.pid == 1 ? ServiceManager::System
                                  : ServiceManager::None;
    }

    std::optional<SocketUnit> socketUnitOf(const SocketUnitQuestion& question)
    {
        for (const auto& [port, unit] : socketUnits) {
            if (question.unit == unit.name || (question.local.port == port && !question.unit)) {
                return unit;
            }
        }
        return std::nullopt;
    }

    Result<ProcessDetails> inspect(std::uint32_t pid)
    {
        const auto found = m_processes.find(pid);
        if (found == m_processes.end() || !found->second.isAlive) {
            return failure(ErrorCode::NotFound, "there is no process " + std::to_string(pid));
        }
        return found->second.details;
    }

    Result<std::unique_ptr<ProcessHandle>> open(const ProcessId& process)
    {
        const auto found = m_processes.find(process.pid);
        if (found == m_processes.end() || !found->second.isAlive ||
            found->second.details.info.id != process) {
            return failure(ErrorCode::NotFound, "it has ended");
        }
        if (process.pid == kOwnPid) {
            return failure(ErrorCode::PermissionDenied, "this program itself is never signaled");
        }
        if (found->second.whyNotHeld) {
            return tl::unexpected<Error>(*found->second.whyNotHeld);
        }
        if (m_held >= maxHeld) {
            return failure(ErrorCode::SystemError, "get a handle on it");
        }
        return std::make_unique<Handle>(*this, found->second);
    }

    Result<SnapshotPtr> poll()
    {
        ++pollCount;
        if (polls.empty()) {
            return failure(ErrorCode::SystemError, "read the sockets");
        }
        const SnapshotPtr seen = polls.front();
        if (polls.size() > 1) {
            polls.erase(polls.begin());
        }
        return seen;
    }

public:
    static constexpr std::uint32_t kOwnPid = 999;

private:
    std::map<std::uint32_t, FakeProcess> m_processes;
    std::size_t m_held = 0;
};

}  // namespace quaywatch::test
