// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_problem.h"
#include "core/traffic/traffic_minutes.h"

#include <QSqlQuery>

class QSqlDatabase;

namespace quaywatch {

/// Writes measured minutes within a transaction that its caller began. Counters are added to a
/// minute that exists already (another run watched a part of it, or the clock was set back).
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
