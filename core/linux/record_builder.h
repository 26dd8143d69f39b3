// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/kernel_ports/kernel_sockets.h"
#include "core/linux/owners/owner_gaps.h"
#include "core/linux/owners/owner_index.h"
#include "core/linux/procfs/cgroup_names.h"
#include "core/linux/system/user_names.h"
#include "core/linux/tables/diag_row.h"
#include "core/sockets/socket_record.h"

#include <unistd.h>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace quaywatch::linux_backend {

/// Row numbers in the order of SocketKey, without doubles (a dump of a moving table can show a
/// socket twice; the row that has an inode stays). Rows whose state is not known are left out.
[[nodiscard]] std::vector<std::uint32_t> sortedRows(const std::vector<DiagRow>& rows,
                                                    std::uint64_t networkNamespace);

/// Makes records of rows: adds owners, user, unit, container and device. One thread at a time.
/// OwnerState::Partial is never claimed: Linux does not tell how many processes hold a socket, so
/// that one hidden holder beside a readable one cannot be known of.
class RecordBuilder {
public:
    RecordBuilder(const OwnerIndex& owners, const KernelSockets& kernelSockets, UserNames& users,
                  CgroupNames& cgroups, std::uint64_t networkNamespace) noexcept
        : m_owners(owners)
        , m_kernelSockets(kernelSockets)
        , m_users(users)
        , m_cgroups(cgroups)
        , m_networkNamespace(networkNamespace)
    {
    }

    /// The records in SocketKey order, without doubles. Large tables are filled by several threads.
    [[nodiscard]] std::vector<SocketRecord> build(const std::vector<DiagRow>& rows);

    /// The places of those of the last build()'s sockets that have several owners, ascending.
    [[nodiscard]] const std::vector<std::size_t>& sharedPlaces() const noexcept
    {
        return m_sharedPlaces;
    }
    /// How many of the last build()'s sockets have hidden owners.
    [[nodiscard]] const HiddenCounts& hiddenOwners() const noexcept { return m_hiddenOwners; }

private:
    /// Few distinct values over many rows.
    struct Names {
        std::unordered_map<std::uint32_t, std::shared_ptr<const std::string>> users;
        std::unordered_map<std::uint64_t, std::shared_ptr<const ServiceContext>> serviceContexts;
        std::unordered_map<std::uint32_t, std::shared_ptr<const std::string>> interfaces;
    };

    void askForNames(const std::vector<DiagRow>& rows);
    [[nodiscard]] Names copyWithOwnRefcounts() const;
    void fill(SocketRecord& record, const DiagRow& row, const Names& names) const;
    void fillOwner(SocketRecord& record, const DiagRow& row) const;

    const OwnerIndex& m_owners;
    const KernelSockets& m_kernelSockets;
    UserNames& m_users;
    CgroupNames& m_cgroups;
    std::uint64_t m_networkNamespace;
    Names m_names;
    std::vector<std::size_t> m_sharedPlaces;
    HiddenCounts m_hiddenOwners{};
    std::uint32_t m_ownUid = geteuid();
};

}  // namespace quaywatch::linux_backend
