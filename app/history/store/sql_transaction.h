// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_problem.h"
#include "app/history/store/history_schema.h"

class QSqlDatabase;

namespace quaywatch {

/// Runs `work` in a transaction: everything is written, or nothing.
template <class Work>
HistoryResult<void> inTransaction(QSqlDatabase& database, Work work)
{
    // IMMEDIATE takes the write lock at once: two writers that both read first would end in a
    // deadlock that no timeout resolves.
    HistoryResult<void> done = runSql(database, {"BEGIN IMMEDIATE"});
    if (!done) {
        return done;
    }
    done = work();
    if (done) {
        done = runSql(database, {"COMMIT"});
    }
    if (!done) {
        static_cast<void>(runSql(database, {"ROLLBACK"}));
    }
    return done;
}

}  // namespace quaywatch
