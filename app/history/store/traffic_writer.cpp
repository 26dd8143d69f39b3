// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/traffic_writer.h"

#include "app/history/store/sql_answers.h"

#include <cmath>
#include <QSqlDatabase>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// SQL that adds counters to the existing ones.
QString addingSql()
{
    return u"listeners = max(listeners, excluded.listeners), "
           "connections = max(connections, excluded.connections), "
           "opened = opened + excluded.opened, "
           "bytes_received = bytes_received + excluded.bytes_received, "
           "bytes_sent = bytes_sent + excluded.bytes_sent"_s;
}

/// @param key  The columns of the table's key, which come before the counters.
QString writingSql(const QString& table, const QStringList& key)
{
    const QStringList marks(key.size(), u"?"_s);
    return u"INSERT INTO %1(%2, listeners, connections, opened, bytes_received, bytes_sent) "
           "VALUES(%3, ?, ?, ?, ?, ?) ON CONFLICT(%2) DO UPDATE SET "_s.arg(
               table, key.join(u", "_s), marks.join(u", "_s)) +
           addingSql();
}

QVariantList countersOf(const TrafficBucket& bucket)
{
    return {bucket.listeners, bucket.connections, bucket.opened,
            static_cast<qint64>(std::llround(bucket.received)),
            static_cast<qint64>(std::llround(bucket.sent))};
}

}  // namespace

TrafficWriter::TrafficWriter(QSqlDatabase& database)
    : m_machine(prepareSql(
          database,
          u"INSERT INTO machine_minute(minute, seconds, has_more_ports, has_more_programs, "
          "listeners, connections, opened, bytes_received, bytes_sent) "
          "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(minute) DO UPDATE SET "
          "seconds = seconds + excluded.seconds, "
          "has_more_ports = max(has_more_ports, excluded.has_more_ports), "
          "has_more_programs = max(has_more_programs, excluded.has_more_programs), "_s +
              addingSql()))
    , m_port(prepareSql(database,
                        writingSql(u"port_minute"_s, {u"minute"_s, u"protocol"_s, u"port"_s})))
    , m_program(prepareSql(database,
                           u"INSERT INTO program(key, last_minute) VALUES(?, ?) ON CONFLICT(key) "
                           "DO UPDATE SET last_minute = max(last_minute, excluded.last_minute) "
                           "RETURNING id"_s))
    , m_programMinute(
          prepareSql(database, writingSql(u"program_minute"_s, {u"minute"_s, u"program"_s})))
{
}

HistoryResult<void> TrafficWriter::write(const TrafficMinute& minute)
{
    HistoryResult<void> done =
        runPrepared(m_machine, QVariantList{qint64{minute.minute}, minute.all.covered,
                                            minute.hasMorePorts, minute.hasMorePrograms} +
                                   countersOf(minute.all));
    for (auto it = minute.ports.begin(); done && it != minute.ports.end(); ++it) {
        const auto& [port, bucket] = *it;
        done = runPrepared(m_port, QVariantList{qint64{minute.minute},
                                                static_cast<uint>(port.protocol), uint{port.port}} +
                                       countersOf(bucket));
    }
    for (auto it = minute.programs.begin(); done && it != minute.programs.end(); ++it) {
        done = writeProgram(minute.minute, it->first, it->second);
    }
    return done;
}

HistoryResult<void> TrafficWriter::writeProgram(std::int64_t minute, const std::string& key,
                                                const TrafficBucket& bucket)
{
    HistoryResult<void> done =
        runPrepared(m_program, {QByteArray::fromStdString(key), qint64{minute}});
    if (!done) {
        return done;
    }
    if (!m_program.next()) {
        done = endOf(m_program);
        return done ? historyFailure(HistoryProblem::Kind::Damaged) : done;
    }
    const QVariant id = m_program.value(0);
    m_program.finish();
    return runPrepared(m_programMinute, QVariantList{qint64{minute}, id} + countersOf(bucket));
}

}  // namespace quaywatch
