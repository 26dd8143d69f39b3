// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/cgroup_names.h"
#include "core/linux/owner_index.h"
#include "core/linux/table_reader.h"
#include "core/linux/user_names.h"
#include "core/socket_source.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace quaywatch::linux_backend {

/// The sockets of this network namespace: kernel tables joined with /proc/PID/fd.
class LinuxSocketSource final : public SocketSource {
public:
    /// @param proc  A directory descriptor of /proc.
    LinuxSocketSource(UniqueFd proc, TableReader tables);

    [[nodiscard]] Result<Snapshot> read(ReadScope scope) override;
    [[nodiscard]] Result<std::vector<SocketRecord>> find(
        std::span<const SocketRecord* const> wanted) override;
    [[nodiscard]] std::string_view name() const noexcept override { return "sock_diag"; }

private:
    [[nodiscard]] Result<SocketTables> readTables(ReadScope scope);
    [[nodiscard]] Result<void> joinOwners(const std::vector<DiagRow>& rows);
    void tellGaps(Snapshot& snapshot, std::size_t hiddenOwners) const;

    std::shared_ptr<UserNames> m_users;
    CgroupNames m_cgroups;
    TableReader m_tables;
    OwnerIndex m_owners;
    std::uint64_t m_networkNamespace = 0;
};

}  // namespace quaywatch::linux_backend
