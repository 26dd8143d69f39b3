// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// "What changed since": who was open at a time follows from who is open now and who came or went
/// since. Whoever reads blocks on the disk.

#pragma once

#include "app/history/history_queries.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

class QSqlDatabase;

namespace quaywatch {

/// A listener that is not as it was.
struct HistoryChange {
    enum class Kind : std::uint8_t {
        New,      ///< Was not there then.
        Changed,  ///< Then another program, user or address had the port; see `was`.
        Gone,     ///< Is not there any more.
    };
    Kind kind = Kind::New;
    HistorySubject subject;             ///< As it is; of Gone: as it was.
    std::optional<HistorySubject> was;  ///< Of Changed.
    HistoryTime firstSeen;              ///< Of the subject, as far as the history goes back.
    std::optional<HistoryTime> at;      ///< When it came or went; empty if that is forgotten.
};

struct HistoryChanges {
    std::vector<HistoryChange> changes;    ///< By port; at most the limit.
    bool isCut = false;                    ///< There are more.
    std::optional<HistoryTime> beginning;  ///< Of the history, if that is later than asked for.
};

/// What listens now and did not at a time, and the reverse.
[[nodiscard]] HistoryResult<HistoryChanges> readChanges(QSqlDatabase& database, HistoryTime since,
                                                        const HistorySearch& search,
                                                        std::size_t limit);

}  // namespace quaywatch
