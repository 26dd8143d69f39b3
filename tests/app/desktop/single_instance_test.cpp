// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/single_instance.h"
#include "tests/support/temp_dir.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QThread>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <memory>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Outcome = SingleInstance::Outcome;

constexpr int kAnswerLimit = 5000;

/// The place of a start on that X11 display.
QString placeOn(const char* display)
{
    const QByteArray before = qgetenv("DISPLAY");
    qputenv("DISPLAY", display);
    QString place = SingleInstance::here(u"xcb"_s);
    before.isNull() ? qunsetenv("DISPLAY") : qputenv("DISPLAY", before);
    return place;
}

TEST(SingleInstancePlace, IsTheSameForEachSpellingOfADisplay)
{
    EXPECT_EQ(placeOn(":77"), placeOn(":77.0"));
    EXPECT_EQ(placeOn("host:7.1"), placeOn("host:7"));
    EXPECT_NE(placeOn(":77"), placeOn(":7"));
    EXPECT_NE(placeOn(":1"), placeOn("host:1"));
}

TEST(SingleInstancePlace, DependsOnTheDisplayThatThePlatformUses)
{
    const QByteArray before = qgetenv("WAYLAND_DISPLAY");
    const QString onX11 = placeOn(":5");
    qputenv("WAYLAND_DISPLAY", "wayland-7");

    EXPECT_EQ(placeOn(":5"), onX11);
    EXPECT_NE(SingleInstance::here(u"wayland"_s), onX11);

    before.isNull() ? qunsetenv("WAYLAND_DISPLAY") : qputenv("WAYLAND_DISPLAY", before);
}

class SingleInstanceTest : public testing::Test {
protected:
    [[nodiscard]] QString folder() const { return QString::fromStdString(tempDir.path()); }
    /// Starts another instance on a separate thread, which stands for a separate process.
    [[nodiscard]] std::future<Outcome> startAnother(const QString& view) const
    {
        return std::async(std::launch::async, [folder = folder(), view] {
            SingleInstance another(folder, u"here"_s);
            return another.start(false, view, 5s);
        });
    }
    [[nodiscard]] QString socketPath() const
    {
        for (const auto& file : std::filesystem::directory_iterator(tempDir.path())) {
            if (file.path().extension() == ".socket") {
                return QString::fromStdString(file.path().string());
            }
        }
        return {};
    }
    /// Returns what the listening instance answers to these bytes until it disconnects.
    [[nodiscard]] QByteArray answerTo(const QByteArray& bytes) const
    {
        QLocalSocket socket;
        QSignalSpy disconnected(&socket, &QLocalSocket::disconnected);
        socket.connectToServer(socketPath());
        socket.write(bytes);
        socket.flush();
        EXPECT_TRUE(disconnected.wait(kAnswerLimit));
        return socket.readAll();
    }

    test::TempDir tempDir;
};

TEST_F(SingleInstanceTest, CreatesAPrivateFolderWhereThereIsNone)
{
    const QString own = SingleInstance::ownFolder(folder(), ::geteuid());

    ASSERT_FALSE(own.isEmpty());
    struct stat facts {};
    ASSERT_EQ(::stat(own.toStdString().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
    EXPECT_EQ(SingleInstance::ownFolder(folder(), ::geteuid()), own);
}

TEST_F(SingleInstanceTest, UsesNoFolderThatOthersCanAccessOrRedirect)
{
    const QString own = SingleInstance::ownFolder(folder(), ::geteuid());
    ASSERT_EQ(::chmod(own.toStdString().c_str(), 0770), 0);
    EXPECT_TRUE(SingleInstance::ownFolder(folder(), ::geteuid()).isEmpty());

    std::filesystem::remove(own.toStdString());
    std::filesystem::create_directory_symlink(tempDir.path(), own.toStdString());
    EXPECT_TRUE(SingleInstance::ownFolder(folder(), ::geteuid()).isEmpty());

    // A folder of another user, as far as a test without a second user can have one.
    EXPECT_TRUE(SingleInstance::ownFolder(folder(), ::geteuid() + 1).isEmpty());
}

TEST_F(SingleInstanceTest, HandsTheViewToTheFirstInstance)
{
    SingleInstance first(folder(), u"here"_s);
    ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);
    QSignalSpy raised(&first, &SingleInstance::raised);

    std::future<Outcome> second = startAnother(u"history"_s);
    ASSERT_TRUE(raised.wait(kAnswerLimit));

    EXPECT_EQ(raised.front().front().toString(), u"history"_s);
    EXPECT_EQ(second.get(), Outcome::HandedOver);
}

TEST_F(SingleInstanceTest, DoesNotShowTheWindowForAHiddenSecondStart)
{
    SingleInstance first(folder(), u"here"_s);
    ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);
    QSignalSpy raised(&first, &SingleInstance::raised);

    Outcome outcome = Outcome::NoResponse;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        SingleInstance second(folder(), u"here"_s);
        outcome = second.start(true, {}, 5s);
    }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    ASSERT_TRUE(finished.wait(kAnswerLimit));

    EXPECT_EQ(outcome, Outcome::HandedOver);
    EXPECT_EQ(raised.count(), 0);
}

TEST_F(SingleInstanceTest, IsAccessibleToThisUserOnly)
{
    SingleInstance first(folder(), u"here"_s);
    ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);

    struct stat status = {};
    ASSERT_EQ(::stat(QFile::encodeName(socketPath()).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 0077U, 0U);
}

TEST_F(SingleInstanceTest, IgnoresInstancesOfAnotherFolder)
{
    SingleInstance first(folder(), u":0"_s);
    SingleInstance second(folder(), u":1"_s);

    EXPECT_EQ(first.start(false, {}, 1s), Outcome::First);
    EXPECT_EQ(second.start(false, {}, 1s), Outcome::First);
}

TEST_F(SingleInstanceTest, ReplacesAKilledInstance)
{
    QString path;
    {
        SingleInstance first(folder(), u"here"_s);
        ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);
        path = socketPath();
    }
    // A killed instance leaves a socket without a listener; a plain file stands for it.
    tempDir.write(std::filesystem::path(path.toStdString()).filename().string(), "");

    SingleInstance next(folder(), u"here"_s);
    ASSERT_EQ(next.start(false, {}, 1s), Outcome::First);
    QSignalSpy raised(&next, &SingleInstance::raised);
    std::future<Outcome> second = startAnother({});
    EXPECT_TRUE(raised.wait(kAnswerLimit));
    EXPECT_EQ(second.get(), Outcome::HandedOver);
}

TEST_F(SingleInstanceTest, IgnoresTheContentOfTheLockFile)
{
    QString path;
    {
        SingleInstance first(folder(), u"here"_s);
        ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);
        path = socketPath();
    }
    const QString lock = path.chopped(u".socket"_s.size()) + u".lock"_s;
    const QString self = QString::number(QCoreApplication::applicationPid());
    for (const QString& text : {QString(), self + u"\napp_tests\n\n"_s, u"1\nsystemd\n\n"_s}) {
        tempDir.write(std::filesystem::path(lock.toStdString()).filename().string(),
                      text.toStdString());

        SingleInstance next(folder(), u"here"_s);
        ASSERT_EQ(next.start(false, {}, 1s), Outcome::First) << text.toStdString();
        QSignalSpy raised(&next, &SingleInstance::raised);
        std::future<Outcome> second = startAnother({});
        EXPECT_TRUE(raised.wait(kAnswerLimit)) << text.toStdString();
        EXPECT_EQ(second.get(), Outcome::HandedOver);
    }
}

TEST_F(SingleInstanceTest, ListensThoughAFolderHasTheSocketsName)
{
    QString path;
    {
        SingleInstance first(folder(), u"here"_s);
        ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);
        path = socketPath();
    }
    const std::string name = std::filesystem::path(path.toStdString()).filename().string();
    tempDir.write(name + "/inside", "kept");

    SingleInstance next(folder(), u"here"_s);
    ASSERT_EQ(next.start(false, {}, 1s), Outcome::First);
    QSignalSpy raised(&next, &SingleInstance::raised);
    std::future<Outcome> second = startAnother({});

    EXPECT_TRUE(raised.wait(kAnswerLimit));
    EXPECT_EQ(second.get(), Outcome::HandedOver);
    EXPECT_TRUE(QFile::exists(path + u".aside-1/inside"_s));
}

TEST_F(SingleInstanceTest, DoesNotWaitForeverForAHangingInstance)
{
    SingleInstance first(folder(), u"here"_s);
    ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);

    SingleInstance second(folder(), u"here"_s);  // on the thread that would have to answer

    EXPECT_EQ(second.start(false, {}, 1ms), Outcome::NoResponse);
}

TEST_F(SingleInstanceTest, DisconnectsOnAnUnknownMessage)
{
    SingleInstance first(folder(), u"here"_s);
    ASSERT_EQ(first.start(false, {}, 1s), Outcome::First);
    QSignalSpy raised(&first, &SingleInstance::raised);

    for (const QByteArray& bytes :
         {QByteArray("nonsense\n"), QByteArray("show ../x\n"), QByteArray("show \0x\n", 8),
          QByteArray(100'000, 'x'), "show " + QByteArray(40, 'x') + '\n'}) {
        EXPECT_EQ(answerTo(bytes), QByteArray()) << bytes.left(20).toStdString();
    }
    EXPECT_EQ(raised.count(), 0);
    EXPECT_EQ(answerTo("show \n"), QByteArray("done\n"));
    EXPECT_EQ(raised.count(), 1);
}

TEST_F(SingleInstanceTest, RunsAloneWithoutAFolder)
{
    SingleInstance one({}, u"here"_s);

    EXPECT_EQ(one.start(false, {}, 1s), Outcome::First);
}

}  // namespace

}  // namespace quaywatch
