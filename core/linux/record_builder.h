// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/kernel_ports/kernel_sockets.h"
#include "core/linux/owners/owner_gaps.h"
#include "core/linux/owners/owner_index.h"
#include "core/linux/procfs/cgroup_names.h"
#include "core/linux/procfs/user_map.h"
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

/// Row numbers in the order of SocketKey, without duplicates: a dump of a changing table can show a
/// socket twice, and the row that has an inode is kept. Rows of an unknown state are left out.
[[nodiscard]] std::vector<std::uint32_t> sortedRows(const std::vector<DiagRow>& rows,
                                                    std::uint64_t networkNamespace);

/// Makes records from rows: adds owners, user, service context and device. Use it from one thread
/// at a time. Linux does not report how many processes hold a socket, so OwnerState::Partial means
/// that another holder is possible (see HiddenHolders).
class RecordBuilder {
public:
    RecordBuilder(const OwnerIndex& owners, const KernelSockets& kernelSockets, UserNames& users,
                  CgroupNames& cgroups, std::uint64_t networkNamespace,
                  const UserMap& userMap = UserMap::own()) noexcept
        : m_owners(owners)
        , m_kernelSockets(kernelSockets)
        , m_users(users)
        , m_cgroups(cgroups)
        , m_networkNamespace(networkNamespace)
        , m_userMap(userMap)
    {
    }

    /// Returns the records in SocketKey order, without duplicates. Several threads fill large
    /// tables.
    [[nodiscard]] std::vector<SocketRecord> build(const std::vector<DiagRow>& rows);

    /// Indexes into the result of the last build() of the sockets that have several owners,
    /// ascending.
    [[nodiscard]] const std::vector<std::size_t>& sharedPlaces() const noexcept
    {
        return m_sharedPlaces;
    }
    /// Indexes of the listeners that a service manager may hold: see SocketActivations.
    [[nodiscard]] const std::vector<std::size_t>& managedPlaces() const noexcept
    {
        return m_managedPlaces;
    }
    /// How many sockets of the last build() have hidden owners.
    [[nodiscard]] const HiddenCounts& hiddenOwners() const noexcept { return m_hiddenOwners; }
    /// How many of them have a known owner and may have a hidden one, too.
    [[nodiscard]] const HiddenCounts& partialOwners() const noexcept { return m_partialOwners; }
    /// Whether a socket belongs to a user without a number in this program's user namespace.
    [[nodiscard]] bool hasUnmappedUsers() const noexcept { return m_hasUnmappedUsers; }

private:
    struct Device {
        std::shared_ptr<const std::string> name;  ///< Null if the device is gone.
        bool isLoopback = false;
    };

    /// Names by number: many rows share few distinct values.
    struct Names {
        std::unordered_map<std::uint32_t, std::shared_ptr<const std::string>> users;
        std::unordered_map<std::uint64_t, std::shared_ptr<const ServiceContext>> serviceContexts;
        std::unordered_map<std::uint32_t, Device> interfaces;
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
    std::vector<std::size_t> m_managedPlaces;
    HiddenCounts m_hiddenOwners{};
    HiddenCounts m_partialOwners{};
    bool m_hasUnmappedUsers = false;
    std::uint32_t m_ownUid = geteuid();
    const UserMap& m_userMap;
};

}  // namespace quaywatch::linux_backend
