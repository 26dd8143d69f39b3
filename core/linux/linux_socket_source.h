// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/kernel_ports/kernel_sockets.h"
#include "core/linux/owners/owner_gaps.h"
#include "core/linux/owners/owner_index.h"
#include "core/linux/procfs/cgroup_names.h"
#include "core/linux/procfs/namespace_mounts.h"
#include "core/linux/socket_activations.h"
#include "core/linux/system/user_names.h"
#include "core/linux/tables/table_reader.h"
#include "core/sockets/owner_order.h"
#include "core/sockets/socket_source.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace quaywatch::linux_backend {

class RecordBuilder;

/// The sockets of this network namespace: kernel tables joined with /proc/PID/fd.
class LinuxSocketSource final : public SocketSource {
public:
    /// @param proc  A directory descriptor of /proc.
    LinuxSocketSource(UniqueFd proc, TableReader tables, KernelSockets kernelSockets = {});

    [[nodiscard]] Result<Snapshot> read(ReadScope scope) override;
    [[nodiscard]] Result<std::vector<SocketRecord>> find(
        std::span<const SocketRecord* const> wanted) override;
    [[nodiscard]] std::string_view name() const noexcept override { return "sock_diag"; }

private:
    [[nodiscard]] Result<SocketTables> readTables(ReadScope scope);
    [[nodiscard]] Result<void> joinOwners(const std::vector<DiagRow>& rows, ReadScope scope);
    void searchUnheld(const std::vector<const DiagRow*>& unheld, ReadScope scope,
                      const std::vector<std::uint32_t>& inodes);
    void keepListed(std::vector<const DiagRow*>& unsure, ReadScope scope);
    void followKernelSockets(const std::vector<const DiagRow*>& unheld);
    void reportGaps(Snapshot& snapshot, const RecordBuilder& builder);
    void reportOwnerGaps(Snapshot& snapshot, const RecordBuilder& builder);
    [[nodiscard]] bool areNumbersForeign() const noexcept;

    std::shared_ptr<UserNames> m_users;
    CgroupNames m_cgroups;
    NamespaceMounts m_namespaceMounts;
    TableReader m_tables;
    OwnerIndex m_owners;
    KernelSockets m_kernelSockets;
    OwnerOrder m_ownerOrder;
    SocketActivations m_activations;
    std::uint64_t m_networkNamespace = 0;
    bool m_mayTrace = false;  ///< Has CAP_SYS_PTRACE.
    bool m_hasRead = false;
};

}  // namespace quaywatch::linux_backend
