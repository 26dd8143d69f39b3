// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// "What changed since": the listeners that were open at a time follow from those that are open now
/// and those that opened or closed since. These functions block on the disk.

#pragma once

#include "app/history/history_queries.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

class QSqlDatabase;

namespace quaywatch {

/// A listener that has changed.
struct HistoryChange {
    enum class Kind : std::uint8_t {
        New,      ///< Was not open then.
        Changed,  ///< Another program, user or address had the port then; see `was`.
        Gone,     ///< Is not open any more.
    };
    Kind kind = Kind::New;
    HistorySubject subject;             ///< The current state; for Gone: the state then.
    std::optional<HistorySubject> was;  ///< Only for Changed.
    HistoryTime firstSeen;              ///< First seen, as far as the history goes back.
    std::optional<HistoryTime> at;      ///< When it opened or closed; empty if deleted.
};

struct HistoryChanges {
    std::vector<HistoryChange> changes;    ///< By port; at most the limit.
    bool isCut = false;                    ///< True if there are more changes.
    std::optional<HistoryTime> beginning;  ///< Of the history, if later than requested.
};

/// Reads which listeners are open now and were not at a time, and the reverse. If the history
/// begins later, it is compared with its beginning: what listened then is not new.
[[nodiscard]] HistoryResult<HistoryChanges> readChanges(QSqlDatabase& database, HistoryTime since,
                                                        const HistorySearch& search,
                                                        std::size_t limit);

}  // namespace quaywatch
