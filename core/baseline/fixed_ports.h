// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Ports that the system's files fix (`fixed = true`). The entries of all files together say what
/// is expected; only on a fixed port do those of the user's own file have no effect.

#pragma once

#include "core/base/result.h"
#include "core/baseline/baseline.h"
#include "core/net/port_id.h"
#include "core/sockets/snapshot.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace quaywatch {

/// An entry of the user's file, and the entry that fixes its port, or some of its ports.
struct OverruledEntry {
    const BaselineEntry* entry = nullptr;
    const BaselineEntry* fixedBy = nullptr;
    /// The port on which that is so, if only a listener shows it: one of the entries is about an
    /// RPC service, the other about the port on which the service is now.
    std::optional<PortId> at{};
};

/// The entries of the user's file that have no effect on some port. Those that
/// expect the same as a fixed entry are left out. Points into the baseline.
[[nodiscard]] std::vector<OverruledEntry> overruledEntries(const Baseline& baseline);

/// The entries of the user's file that have no effect on a listener of the snapshot, as far as
/// overruledEntries() cannot know it: of the entry and the fixed one, one is about an RPC service,
/// the other about its port. Those that expect the same, apart from the port, are left out. Each
/// pair is listed once per port. Points into the baseline.
[[nodiscard]] std::vector<OverruledEntry> overruledAtListeners(const Baseline& baseline,
                                                               const Snapshot& snapshot);

/// The entry that fixes a port or an RPC service of this entry; null if there is none.
[[nodiscard]] const BaselineEntry* fixedEntryFor(const Baseline& baseline,
                                                 const BaselineEntry& entry) noexcept;

/// Whether the entry has no effect on any port.
[[nodiscard]] bool isWhollyOverruled(const OverruledEntry& overruled) noexcept;

/// "expected.toml, line 4 has no effect on tcp port 22, which /etc/..., line 3 fixes". Untrusted
/// text in it is raw.
[[nodiscard]] Message overruledText(const OverruledEntry& overruled, std::string_view ownName);

/// Whether a user may add the entries to their own file.
/// @param system  The baseline of the system's files; null if there is none.
/// @param snapshot  Shows where RPC services listen; null if that is not known.
/// @return PermissionDenied: fixedText() of the first that would have no effect.
[[nodiscard]] Result<void> checkNotFixed(const BaselinePtr& system,
                                         const std::vector<BaselineEntry>& entries,
                                         const Snapshot* snapshot = nullptr);

/// "tcp port 22 is fixed by /etc/..., line 3: entries of users have no effect on it"
/// @param at  As in OverruledEntry.
[[nodiscard]] Message fixedText(const BaselineEntry& fixedBy, const std::optional<PortId>& at = {});

/// Says that an entry of the system, which a user cannot remove, expects the listener.
[[nodiscard]] Message systemEntryText(const BaselineEntry& entry);

/// The texts of overruledEntries() that name ports; null if there are none.
[[nodiscard]] std::shared_ptr<const std::vector<PortRemark>> overruledRemarks(
    const Baseline& baseline);

/// Baseline::remarks() and the texts of overruledAtListeners(); null if there are none.
[[nodiscard]] std::shared_ptr<const std::vector<PortRemark>> overruledRemarks(
    const Baseline& baseline, const Snapshot& snapshot);

/// Why a listener is expected: "expected.toml, line 12: remote administration".
/// @param ownName  The name of the user's own file.
[[nodiscard]] Message reasonFor(const BaselineEntry& entry, std::string_view ownName);

/// The name of the entry's file: the path of a system's file, otherwise `ownName`.
[[nodiscard]] std::string_view fileOf(const BaselineEntry& entry,
                                      std::string_view ownName) noexcept;

}  // namespace quaywatch
