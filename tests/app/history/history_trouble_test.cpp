// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_writer.h"
#include "app/history/store/history_schema.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <sys/stat.h>
#include <unistd.h>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::kSomeMorning;
using test::process;
using test::tcpListener;
using test::TimedMachine;
using Kind = HistoryProblem::Kind;

constexpr uid_t kSomeUser = 65534;

SocketRecord loggedListener()
{
    return tcpListener(22).ownedBy(process("sshd")).id(1);
}

/// Problems of the file and its folder while it is recorded.
class HistoryTrouble : public testing::Test {
protected:
    HistoryTrouble()
    {
        QObject::connect(&writer, &HistoryWriter::statusChanged,
                         [this](const HistoryStatus& reported) { status = reported; });
        QObject::connect(
            &writer, &HistoryWriter::timelineRead,
            [this](LatestOnly::Job, const TimelineAnswer& answer) { timeline = answer; });
    }
    [[nodiscard]] QString path() const
    {
        return QString::fromStdString(dir.path("data/history.sqlite"));
    }
    [[nodiscard]] unsigned permissionsOf(const std::string& name) const
    {
        struct stat facts {};
        EXPECT_EQ(::stat(dir.path(name).c_str(), &facts), 0) << name;
        return facts.st_mode & 0777U;
    }
    void run(const QStringList& statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by-hand"_s);
            database.setDatabaseName(path());
            ASSERT_TRUE(database.open());
            for (const QString& statement : statements) {
                QSqlQuery query(database);
                ASSERT_TRUE(query.exec(statement))
                    << statement.toStdString() << query.lastError().text().toStdString();
            }
        }
        QSqlDatabase::removeDatabase(u"by-hand"_s);
    }
    void recordAlert(std::chrono::seconds after)
    {
        Alert alert;
        alert.at = kSomeMorning + after;
        alert.socket = std::make_shared<const SocketRecord>(loggedListener());
        alert.key = identityOf(loggedListener());
        alert.reason = "a reason";
        writer.recordAlerts({alert});
    }
    [[nodiscard]] std::vector<HistoryKind> kinds(std::chrono::seconds at)
    {
        writer.askTimeline(writer.timelineRequests.start(), {}, {}, kSomeMorning + at);
        std::vector<HistoryKind> found;
        if (timeline.page) {
            for (const HistoryRow& row : timeline.page->rows) {
                found.push_back(row.kind);
            }
        }
        return found;
    }

    test::TempDir dir{test::memoryFolder()};
    TimedMachine machine;
    HistoryWriter writer{path()};
    HistoryStatus status;
    TimelineAnswer timeline{TimelinePage(), {}};
};

/// Each corrupts the file in another way for the connection that has it open.
class HistoryBrokenInUse : public HistoryTrouble, public testing::WithParamInterface<const char*> {
protected:
    void breakIt() const { run(QString::fromLatin1(GetParam()).split(u'|')); }
};

TEST_P(HistoryBrokenInUse, FoundWhileWritingItIsMovedAsideAndRecordingContinues)
{
    writer.record(machine.at(0s, {loggedListener()}));
    writer.flush();
    ASSERT_TRUE(status.isRecording);
    breakIt();

    recordAlert(1s);
    writer.flush();
    writer.record(machine.at(2s, {loggedListener()}));

    EXPECT_TRUE(status.isRecording);
    EXPECT_FALSE(status.problem.has_value());
    EXPECT_TRUE(QFile::exists(status.setAside)) << status.setAside.toStdString();
    using K = HistoryKind;
    EXPECT_THAT(kinds(3s), testing::UnorderedElementsAre(K::Alert, K::Started, K::Opened))
        << "the reported alert is not lost with the file";
}

TEST_P(HistoryBrokenInUse, FoundWhileReadingItIsMovedAsideAndRecordingContinues)
{
    writer.record(machine.at(0s, {loggedListener()}));
    writer.flush();
    breakIt();

    static_cast<void>(kinds(1s));
    writer.record(machine.at(2s, {loggedListener()}));
    writer.flush();
    writer.record(machine.at(4s, {loggedListener()}));

    EXPECT_TRUE(status.isRecording);
    EXPECT_FALSE(status.setAside.isEmpty());
    EXPECT_FALSE(kinds(5s).empty());
}

INSTANTIATE_TEST_SUITE_P(
    History, HistoryBrokenInUse,
    testing::Values("PRAGMA writable_schema=ON|UPDATE sqlite_schema SET rootpage=99999 WHERE "
                    "name='event'|PRAGMA schema_version=4711",
                    "PRAGMA writable_schema=ON|UPDATE sqlite_schema SET sql='x' WHERE "
                    "name='party'|PRAGMA schema_version=4711",
                    "DROP TABLE event", "DROP TABLE party", "DROP TABLE run",
                    "CREATE TRIGGER t BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'no'); END",
                    "ALTER TABLE event RENAME COLUMN at TO moment"));

TEST_F(HistoryTrouble, RemovedFileIsCreatedAgain)
{
    writer.record(machine.at(0s, {loggedListener()}));
    writer.flush();
    QFile::remove(path());

    writer.record(machine.at(61s, {loggedListener()}));
    writer.record(machine.at(62s, {loggedListener()}));
    writer.flush();

    EXPECT_TRUE(status.isRecording);
    EXPECT_TRUE(QFile::exists(path()));
    EXPECT_THAT(kinds(63s), testing::Contains(HistoryKind::Opened));
    EXPECT_EQ(permissionsOf("data/history.sqlite"), 0600U);
}

TEST_F(HistoryTrouble, RemovedLogIsCreatedAgain)
{
    writer.record(machine.at(0s, {loggedListener()}));
    writer.flush();
    QFile::remove(path() + u"-wal"_s);
    QFile::remove(path() + u"-shm"_s);

    recordAlert(1s);
    writer.flush();
    writer.record(machine.at(2s, {loggedListener()}));
    writer.flush();

    EXPECT_TRUE(status.isRecording);
    EXPECT_TRUE(QFile::exists(path() + u"-wal"_s));
    HistoryStore reader(path());
    ASSERT_TRUE(reader.open(kSomeMorning).has_value());
    EXPECT_EQ(
        readNumber(reader.database(), "SELECT count(*) FROM event WHERE kind = 5").value_or(0), 1)
        << "another connection reads the written rows";
}

TEST_F(HistoryTrouble, ReaderCreatesNoFileAndFollowsTheRecorder)
{
    auto first = std::make_unique<HistoryWriter>(path());
    TimedMachine same;
    first->record(same.at(0s, {loggedListener()}));
    QFile::remove(path());
    writer.record(machine.at(1s, {loggedListener()}));
    EXPECT_FALSE(QFile::exists(path()));
    EXPECT_FALSE(status.isRecording);

    first->record(same.at(61s, {loggedListener()}));
    first->record(same.at(62s, {loggedListener()}));
    writer.record(machine.at(63s, {loggedListener()}));

    EXPECT_TRUE(QFile::exists(path()));
    EXPECT_TRUE(status.isReadable);
    ASSERT_TRUE(status.problem.has_value());
    EXPECT_EQ(status.problem->kind, Kind::OtherRecorder);
    QFile::remove(path());
    first->flush();
    first->record(same.at(123s, {loggedListener()}));
    first->record(same.at(124s, {loggedListener()}));
    first->flush();
    EXPECT_THAT(kinds(125s), testing::Contains(HistoryKind::Opened)) << "in the new file";
}

TEST_F(HistoryTrouble, SwitchedOffItTakesNoLockAndChangesNothing)
{
    HistoryWriter other(path());
    TimedMachine same;
    writer.setSettings({false, {}});
    {
        HistoryWriter(path()).record(same.at(0s, {loggedListener()}));
    }
    EXPECT_FALSE(kinds(1s).empty());
    EXPECT_FALSE(status.problem.has_value());

    other.record(same.at(2s, {loggedListener()}));
    other.flush();

    EXPECT_THAT(kinds(3s), testing::Contains(HistoryKind::Opened));
    HistoryStore third(path());
    EXPECT_FALSE(third.open(kSomeMorning).value().isRecorder) << "the other instance records";
}

TEST_F(HistoryTrouble, FoldersAndFilesArePrivateWhateverTheUmask)
{
    for (const mode_t mask : {0000U, 0022U, 0277U}) {
        QDir(QString::fromStdString(dir.path("data"))).removeRecursively();
        const mode_t before = ::umask(mask);
        HistoryStore first(path());
        HistoryStore second(path());
        EXPECT_TRUE(first.open(kSomeMorning).has_value());
        EXPECT_TRUE(first.beginRun(kSomeMorning).has_value());
        EXPECT_TRUE(second.open(kSomeMorning).has_value());
        ::umask(before);

        EXPECT_EQ(permissionsOf("data"), 0700U);
        for (const QString& name :
             QDir(QFileInfo(path()).path()).entryList(QDir::Files | QDir::Hidden)) {
            EXPECT_EQ(permissionsOf("data/" + name.toStdString()), 0600U) << name.toStdString();
        }
    }
}

TEST_F(HistoryTrouble, TooOpenPermissionsAreTightened)
{
    {
        HistoryWriter(path()).record(TimedMachine().at(0s, {loggedListener()}));
    }
    for (const char* name : {"data/history.sqlite", "data/history.sqlite.lock"}) {
        ASSERT_EQ(::chmod(dir.path(name).c_str(), 0666), 0);
    }
    ASSERT_EQ(::chmod(dir.path("data").c_str(), 0777), 0);

    writer.record(machine.at(1h, {loggedListener()}));

    EXPECT_TRUE(status.isRecording);
    EXPECT_EQ(permissionsOf("data"), 0700U);
    for (const char* name :
         {"history.sqlite", "history.sqlite-wal", "history.sqlite-shm", "history.sqlite.lock"}) {
        EXPECT_EQ(permissionsOf(std::string("data/") + name), 0600U) << name;
    }
}

TEST_F(HistoryTrouble, FolderOfAnotherUserIsNotTouched)
{
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root can give a folder to another user";
    }
    ASSERT_EQ(::chown(dir.makeFolder("data").c_str(), kSomeUser, kSomeUser), 0);

    writer.record(machine.at(0s, {loggedListener()}));

    ASSERT_TRUE(status.problem.has_value());
    EXPECT_EQ(status.problem->kind, Kind::OtherUser);
    EXPECT_TRUE(sentenceOf(*status.problem).contains(QFileInfo(path()).path()));
    EXPECT_TRUE(QDir(QFileInfo(path()).path()).isEmpty());
}

TEST_F(HistoryTrouble, LockFileWithoutALiveHolderIsNoLock)
{
    const std::string self = std::to_string(::getpid());
    for (const std::string& text : {std::string(), self + "\napp_tests\n\n", std::string("1\n")}) {
        dir.write("data/history.sqlite.lock", text);
        HistoryStore store(path());
        const auto opened = store.open(kSomeMorning);
        ASSERT_TRUE(opened.has_value());
        EXPECT_TRUE(opened->isRecorder) << text;
    }
    for (const bool isFolder : {false, true}) {
        QFile::remove(path() + u".lock"_s);
        if (isFolder) {
            dir.write("data/history.sqlite.lock/x", "");
        } else {
            ASSERT_EQ(::mkfifo(dir.path("data/history.sqlite.lock").c_str(), 0600), 0);
        }
        HistoryStore store(path());
        EXPECT_TRUE(store.open(kSomeMorning).value().isRecorder);
    }
}

TEST_F(HistoryTrouble, WaitsWhileAnotherProgramLocksTheFile)
{
    writer.record(machine.at(0s, {loggedListener()}));
    writer.flush();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by-hand"_s);
        database.setDatabaseName(path());
        ASSERT_TRUE(database.open());
        QSqlQuery query(database);
        ASSERT_TRUE(query.exec(u"BEGIN IMMEDIATE"_s));
        recordAlert(1s);
        writer.flush();
        ASSERT_TRUE(status.problem.has_value());
        EXPECT_EQ(status.problem->kind, Kind::Busy);
        EXPECT_FALSE(status.isRecording);
    }
    QSqlDatabase::removeDatabase(u"by-hand"_s);

    writer.record(machine.at(62s, {loggedListener()}));

    EXPECT_TRUE(status.isRecording);
    EXPECT_TRUE(status.setAside.isEmpty());
    EXPECT_THAT(kinds(63s), testing::Contains(HistoryKind::Alert));
}

}  // namespace

}  // namespace quaywatch
