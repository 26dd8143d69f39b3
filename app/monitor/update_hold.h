// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot_diff.h"

#include <cstddef>
#include <optional>

namespace quaywatch {

/// Holds updates back while the window is paused, and counts what has changed meanwhile. What is
/// passed on is the step from the snapshot that was passed on before. For one thread.
class UpdateHold {
public:
    /// Takes the update of a poll. @return What to show now; empty while it is held back.
    [[nodiscard]] std::optional<SnapshotUpdate> take(const SnapshotUpdate& update);
    /// @return What was held back until now, if anything.
    [[nodiscard]] std::optional<SnapshotUpdate> setHolding(bool isHolding);
    [[nodiscard]] bool isHolding() const noexcept { return m_isHolding; }
    /// The next update is passed on, although updates are held back.
    void passNext() noexcept { m_passesNext = true; }

    /// The last snapshot that was passed on; null before the first.
    [[nodiscard]] const SnapshotPtr& shown() const noexcept { return m_shown; }
    /// How many rows opened, closed or changed since then, as far as updates are held back.
    [[nodiscard]] std::size_t waitingCount() const noexcept { return m_waitingCount; }

private:
    [[nodiscard]] SnapshotUpdate pass(SnapshotUpdate update);

    bool m_isHolding = false;
    bool m_passesNext = false;
    SnapshotPtr m_shown;
    std::optional<SnapshotUpdate> m_held;
    std::size_t m_waitingCount = 0;
};

}  // namespace quaywatch
