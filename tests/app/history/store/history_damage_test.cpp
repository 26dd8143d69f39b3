// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Damage that is detected when a file is opened.

#include "tests/support/history/ended_history.h"

#include <random>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;

using test::kPageSize;
using test::kSomeMorning;
using Kind = HistoryProblem::Kind;

using HistoryDamage = test::EndedHistory;

TEST_F(HistoryDamage, DamagedPageOfAnyTableOrIndexIsFound)
{
    std::minstd_rand random(931);
    const auto pages = rootPages();
    ASSERT_GT(pages.size(), 12U);
    for (const auto& [name, page] : pages) {
        for (const bool isZero : {false, true}) {
            begin();
            ASSERT_EQ(rootPages(), pages);
            QByteArray bytes(kPageSize, '\0');
            for (char& byte : bytes) {
                byte = isZero ? '\0' : static_cast<char>(random() >> 8U);
            }
            writeAt((page - 1) * kPageSize, bytes);
            expectSetAside(name.toStdString() + (isZero ? ": zeros" : ": random bytes"));
        }
    }
}

TEST_F(HistoryDamage, IndexThatNoLongerMatchesItsTableIsFound)
{
    for (const auto& [name, page] : rootPages()) {
        if (name == "party_port"_L1 || name == "party_open"_L1) {
            begin();
            // The last byte of a page belongs to the first row that was inserted into it.
            ASSERT_FALSE(rootPages().empty());
            QFile file(path());
            ASSERT_TRUE(file.open(QFile::ReadOnly));
            ASSERT_TRUE(file.seek(page * kPageSize - 1));
            const QByteArray last = file.read(1);
            file.close();
            writeAt(page * kPageSize - 1, QByteArray(1, static_cast<char>(last.at(0) ^ 0x20)));
            expectSetAside(name.toStdString());
        }
    }
}

TEST_F(HistoryDamage, HeaderThatOnlyLooksReadOnlyIsFound)
{
    constexpr qint64 kWriteVersion = 18;
    constexpr qint64 kSchemaFormat = 47;
    for (const qint64 offset : {kWriteVersion, kSchemaFormat}) {
        begin();
        ASSERT_FALSE(rootPages().empty());
        writeAt(offset, QByteArray(1, 77));
        expectSetAside("byte " + std::to_string(offset));
    }
}

TEST_F(HistoryDamage, ForeignSchemaIsFound)
{
    const QString writable = u"PRAGMA writable_schema=ON"_s;
    const std::vector<QStringList> tamperings{
        {u"DROP TABLE machine_minute"_s},
        {u"DROP INDEX party_open"_s},
        {u"CREATE TABLE stranger(x)"_s},
        {u"CREATE INDEX stranger ON event(kind)"_s},
        {u"CREATE VIEW v AS SELECT * FROM v"_s},
        {u"CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END"_s},
        {u"CREATE TRIGGER t BEFORE INSERT ON run BEGIN SELECT RAISE(ABORT, 'no'); END"_s},
        {u"ALTER TABLE event ADD COLUMN more TEXT"_s},
        {u"ALTER TABLE event RENAME COLUMN reason TO why"_s},
        {writable, u"DELETE FROM sqlite_schema WHERE name = 'event'"_s},
        {writable, u"DELETE FROM sqlite_schema WHERE name = 'run'"_s},
        {writable, u"UPDATE sqlite_schema SET rootpage = rootpage + 1 WHERE name = 'event'"_s},
        {writable, u"UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'point'"_s},
        {writable,
         u"UPDATE sqlite_schema SET sql = replace(sql, 'INTEGER', 'TEXT') "
         "WHERE name = 'party'"_s},
        {writable, u"UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'event'"_s},
        {u"PRAGMA user_version=0"_s},
        {u"PRAGMA user_version=-1"_s},
        {u"PRAGMA user_version=1"_s},
        {u"PRAGMA user_version=2"_s},
        {u"PRAGMA application_id=7"_s},
        {u"PRAGMA application_id=0"_s},
        {u"PRAGMA application_id=0"_s, u"PRAGMA user_version=99"_s},
    };
    for (const QStringList& tampering : tamperings) {
        begin();
        run(tampering);
        expectSetAside(tampering.join(u"; "_s).toStdString());
    }
}

TEST_F(HistoryDamage, ImpossibleValueIsFound)
{
    for (const char* tampering :
         {"UPDATE event SET at = 9223372036854775807",
          "UPDATE event SET at = -1",
          "UPDATE event SET at = 'yesterday'",
          "UPDATE event SET at = 1.5",
          "UPDATE event SET kind = 255",
          "UPDATE event SET kind = 0",
          "UPDATE event SET count = -1",
          "UPDATE event SET party = 999999",
          "UPDATE event SET previous = 999999",
          "UPDATE event SET party = 'x'",
          "UPDATE event SET since = 9223372036854775807",
          "UPDATE event SET severity = 99",
          "UPDATE event SET is_late = 2",
          "UPDATE event SET reason = x'fffe00'",
          "UPDATE event SET evidence = x'00'",
          "UPDATE event SET rule = printf('%.*c', 5000, 'r')",
          "UPDATE party SET port = 'x' || char(0) || 'y'",
          "UPDATE party SET port = 65536",
          "UPDATE party SET protocol = -7",
          "UPDATE party SET address = zeroblob(1000000)",
          "UPDATE OR IGNORE party SET program = printf('%.*c', 5000000, 'A')",
          "UPDATE party SET identity = 'tcp|' || id",
          "UPDATE party SET exposure = 6",
          "UPDATE party SET first_seen = -9223372036854775808",
          "UPDATE party SET open_since = 9223372036854775807",
          "UPDATE party SET open_since = 'nan' WHERE id = 60",
          "UPDATE run SET seen_at = 9223372036854775807",
          "UPDATE run SET started_at = -1",
          "UPDATE run SET is_ended = 77",
          "UPDATE point SET at = 9223372036854775807",
          "UPDATE point SET name = x'00'",
          "UPDATE machine_minute SET minute = 9223372036854775807",
          "UPDATE machine_minute SET seconds = 'nan'",
          "UPDATE machine_minute SET seconds = 9e999",
          "UPDATE machine_minute SET opened = -1",
          "UPDATE machine_minute SET has_more_ports = 2",
          "UPDATE port_minute SET minute = -1",
          "UPDATE port_minute SET port = 70000",
          "UPDATE port_minute SET bytes_sent = -1",
          "UPDATE port_minute SET opened = 'many'",
          "UPDATE program SET key = 7",
          "UPDATE program SET last_minute = 9223372036854775807",
          "UPDATE program_minute SET program = 999999",
          "UPDATE program_minute SET connections = 'x'"}) {
        begin();
        run({QString::fromLatin1(tampering)});
        expectSetAside(tampering);
    }
}

TEST_F(HistoryDamage, UnusualButValidFileIsAccepted)
{
    for (const char* harmless :
         {"ANALYZE", "VACUUM", "PRAGMA journal_mode=DELETE", "DELETE FROM run", "DELETE FROM event",
          "UPDATE party SET identity = randomblob(1000)",
          "UPDATE event SET at = 7258118400000",  // the year 2200, from a wrong clock
          "UPDATE run SET seen_at = 0", "UPDATE event SET reason = char(27) || '[31m<b>'"}) {
        begin();
        run({QString::fromLatin1(harmless)});
        expectContinues(harmless);
    }
}

TEST_F(HistoryDamage, NewerVersionIsNotTouched)
{
    run({u"PRAGMA user_version=99"_s, u"DROP TABLE event"_s});
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning);

    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().kind, Kind::Newer);
    EXPECT_TRUE(sentenceOf(opened.error()).contains(path()));
    EXPECT_EQ(QDir(QFileInfo(path()).path()).entryList({u"*damaged*"_s}).size(), 0);
}

}  // namespace

}  // namespace quaywatch
