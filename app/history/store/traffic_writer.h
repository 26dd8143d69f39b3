// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_problem.h"
#include "core/traffic/traffic_minutes.h"

#include <QSqlQuery>

class QSqlDatabase;

namespace quaywatch {

/// Writes measured minutes within a transaction its caller began. A minute that is there already
/// (another run watched a part of it, or the clock was set back) is added to.
class TrafficWriter {
public:
    explicit TrafficWriter(QSqlDatabase& database);

    [[nodiscard]] HistoryResult<void> write(const TrafficMinute& minute);

private:
    [[nodiscard]] HistoryResult<void> writeProgram(std::int64_t minute, const std::string& key,
                                                   const TrafficBucket& bucket);

    QSqlQuery m_machine;
    QSqlQuery m_port;
    QSqlQuery m_program;
    QSqlQuery m_programMinute;
};

}  // namespace quaywatch
