// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings.h"

#include <gtest/gtest.h>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class SettingsTest : public testing::Test {
protected:
    void write(const QByteArray& text) const { writeTo(path, text); }
    static void writeTo(const QString& name, const QByteArray& text)
    {
        QFile file(name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(text), text.size());
    }

    QTemporaryDir folder;
    QString path = folder.filePath(u"quaywatch.ini"_s);
};

TEST_F(SettingsTest, AreTheDefaultsWithoutAFile)
{
    const Settings settings(path);

    EXPECT_EQ(settings.values(), SettingsValues{});
    EXPECT_TRUE(settings.problem().isEmpty());
}

TEST_F(SettingsTest, RequestNothingFromTheDesktopUntilChosen)
{
    const SettingsValues values;

    EXPECT_FALSE(values.hasNotifications);
    EXPECT_FALSE(values.closesToTray);
    EXPECT_FALSE(values.startsWithSession);
}

TEST_F(SettingsTest, AreReadBackUnchanged)
{
    SettingsValues wanted;
    wanted.interval = 5s;
    wanted.theme = Theme::Dark;
    wanted.hasReducedMotion = true;
    wanted.hasDetails = false;
    wanted.hasCompactRows = true;
    wanted.hasNotifications = true;
    wanted.hasTrayIcon = false;
    wanted.closesToTray = true;
    wanted.startsWithSession = true;
    wanted.view = u"connections"_s;
    wanted.rulesOff = {u"probe"_s};
    wanted.mostAlertsPerMinute = 9;
    wanted.replacedFor = 45min;
    wanted.splitter = QByteArray("\0\x01\xff", 3);
    Settings(path).change([&](SettingsValues& values) { values = wanted; });

    EXPECT_EQ(Settings(path).values(), wanted);
}

TEST_F(SettingsTest, SignalAChangeOnceAndOnlyIfThereIsOne)
{
    Settings settings(path);
    QSignalSpy changes(&settings, &Settings::changed);

    settings.change([](SettingsValues& values) {
        values.theme = Theme::Light;
        values.interval = 2s;
    });
    settings.change([](SettingsValues& values) { values.theme = Theme::Light; });

    EXPECT_EQ(changes.count(), 1);
}

TEST_F(SettingsTest, FallBackToTheDefaultOfAnInvalidValue)
{
    write("[view]\nintervalMilliseconds=-5\ntheme=dark\n");

    const Settings settings(path);

    EXPECT_EQ(settings.values().interval, SettingsValues{}.interval);
    EXPECT_EQ(settings.values().theme, Theme::Dark);
    EXPECT_TRUE(settings.problem().contains(u"intervalMilliseconds"_s));
}

TEST_F(SettingsTest, KeepAListThatBecameEmpty)
{
    Settings(path).change([](SettingsValues& values) { values.rulesOff = {u"probe"_s}; });
    Settings(path).change([](SettingsValues& values) { values.rulesOff.clear(); });

    const Settings settings(path);

    EXPECT_TRUE(settings.values().rulesOff.isEmpty());
    EXPECT_TRUE(settings.problem().isEmpty());
}

TEST_F(SettingsTest, TakeTheSystemsValueWhereTheUserHasSetNothing)
{
    const QString system = folder.filePath(u"system.ini"_s);
    const QString important = folder.filePath(u"important.ini"_s);
    write("[view]\ntheme=dark\n");
    writeTo(system, "[view]\ntheme=light\nintervalMilliseconds=5000\n[history]\ndays=7\n");
    writeTo(important, "[history]\ndays=90\n");

    const Settings settings(path, nullptr, {system, important, folder.filePath(u"none"_s)});

    EXPECT_EQ(settings.values().theme, Theme::Dark);
    EXPECT_EQ(settings.values().interval, 5s);
    EXPECT_EQ(settings.values().historyAge, std::chrono::days(90));
    EXPECT_TRUE(settings.problem().isEmpty());
}

TEST_F(SettingsTest, KeepWhatTheUserSetsAlsoIfItIsTheBuiltInDefault)
{
    const QString system = folder.filePath(u"system.ini"_s);
    writeTo(system, "[view]\nreducedMotion=true\n");
    Settings(path, nullptr, {system}).change([](SettingsValues& values) {
        values.hasReducedMotion = false;
    });

    EXPECT_FALSE(Settings(path, nullptr, {system}).values().hasReducedMotion);
}

TEST_F(SettingsTest, DoNotWriteTheSystemsValuesIntoTheUsersFile)
{
    const QString system = folder.filePath(u"system.ini"_s);
    writeTo(system, "[view]\nreducedMotion=true\n");
    Settings(path, nullptr, {system}).change([](SettingsValues& values) {
        values.theme = Theme::Dark;
    });

    EXPECT_FALSE(Settings(path).values().hasReducedMotion);
}

TEST_F(SettingsTest, LeaveWhatIsOfASessionToTheUser)
{
    const QString system = folder.filePath(u"system.ini"_s);
    writeTo(system,
            "[window]\nsplitter=abc\n[view]\ncurrent=alerts\n[desktop]\n"
            "startWithSession=true\n");

    const Settings settings(path, nullptr, {system});

    EXPECT_EQ(settings.values(), SettingsValues{});
}

TEST_F(SettingsTest, SayThatTheSystemsFileIsDamagedAndUseTheDefaults)
{
    const QString system = folder.filePath(u"system.ini"_s);
    for (const QByteArray& text : {QByteArray("[view\ntheme"), QByteArray((1 << 20) + 1, '#')}) {
        writeTo(system, text);
        const Settings settings(path, nullptr, {system});

        EXPECT_EQ(settings.values(), SettingsValues{});
        EXPECT_TRUE(settings.problem().contains(system)) << settings.problem().toStdString();
    }
    ASSERT_EQ(QFile::remove(system), true);
    ASSERT_EQ(::mkfifo(system.toLocal8Bit().constData(), 0600), 0);
    EXPECT_TRUE(Settings(path, nullptr, {system}).problem().contains(system));
}

TEST_F(SettingsTest, OfTheSystemAreInTheFoldersOfXdgTheMostImportantLast)
{
    const QByteArray before = qgetenv("XDG_CONFIG_DIRS");
    qputenv("XDG_CONFIG_DIRS", "/a/first:relative:/b/second");
    const QStringList files = Settings::systemFiles();
    qputenv("XDG_CONFIG_DIRS", before);

    EXPECT_EQ(files, (QStringList{u"/b/second/quaywatch/quaywatch.ini"_s,
                                  u"/a/first/quaywatch/quaywatch.ini"_s}));
}

TEST_F(SettingsTest, KeepACopyOfADamagedFile)
{
    write("\x01\x02 no settings at all\n]]][[\n");

    Settings settings(path);
    settings.change([](SettingsValues& values) { values.theme = Theme::Light; });

    EXPECT_FALSE(settings.problem().isEmpty());
    EXPECT_TRUE(QFile::exists(path + u".broken"_s));
}

TEST_F(SettingsTest, ContinueWithoutAReadableFile)
{
    ASSERT_TRUE(QDir().mkpath(path));

    Settings settings(path);
    settings.change([](SettingsValues& values) { values.theme = Theme::Light; });

    EXPECT_EQ(settings.values().theme, Theme::Light);
    EXPECT_FALSE(settings.problem().isEmpty());
}

TEST_F(SettingsTest, ReportOnceThatTheyCannotBeSaved)
{
    write("");
    Settings settings(path + u"/below/a/file.ini"_s);
    QSignalSpy problems(&settings, &Settings::problemFound);

    settings.change([](SettingsValues& values) { values.theme = Theme::Light; });
    settings.change([](SettingsValues& values) { values.theme = Theme::Dark; });

    EXPECT_EQ(problems.count(), 1);
    EXPECT_EQ(settings.values().theme, Theme::Dark);
}

TEST_F(SettingsTest, UnheldLockFileDoesNotBlock)
{
    for (const char* text : {"", "1\nsystemd\n\n"}) {
        QFile lock(path + u".lock"_s);
        ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
        lock.write(text);
        lock.close();
        QElapsedTimer timer;
        timer.start();
        Settings settings(path);
        settings.change([](SettingsValues& values) { values.view += u"x"_s; });

        EXPECT_TRUE(settings.problem().isEmpty());
        EXPECT_LT(timer.elapsed(), 20'000) << "QSettings itself waits for 30 seconds";
    }
    EXPECT_TRUE(Settings(path).values().view.endsWith(u"xx"_s));
}

TEST_F(SettingsTest, OthersMayNotChangeThemWhateverTheUmask)
{
    using P = QFile::Permission;
    const QFile::Permissions others = P::WriteGroup | P::WriteOther;
    const mode_t before = ::umask(0);
    const QString fresh = folder.filePath(u"new/quaywatch.ini"_s);
    Settings settings(fresh);
    settings.change([](SettingsValues& values) { values.view = u"alerts"_s; });
    ::umask(before);

    EXPECT_FALSE(QFile::permissions(fresh) & (others | P::ReadGroup | P::ReadOther));
    EXPECT_FALSE(QFile::permissions(folder.filePath(u"new"_s)) &
                 (others | P::ReadGroup | P::ReadOther));

    ASSERT_TRUE(QFile::setPermissions(folder.filePath(u"new"_s), QFile::Permissions(0x7777)));
    const Settings again(fresh);
    EXPECT_FALSE(QFile::permissions(folder.filePath(u"new"_s)) & others) << "tightened";
    EXPECT_TRUE(QFile::permissions(folder.filePath(u"new"_s)) & P::ReadOther)
        << "the user's choice";
}

}  // namespace

}  // namespace quaywatch
