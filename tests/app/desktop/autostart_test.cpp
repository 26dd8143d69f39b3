// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/autostart.h"
#include "tests/support/temp_dir.h"

#include <QFile>

#include <sys/stat.h>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::TempDir;

QString folderOf(const TempDir& folder)
{
    return QString::fromStdString(folder.path("autostart"));
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TEST(AutostartTest, WritesAFileThatStartsTheProgramHidden)
{
    const TempDir folder;
    const Autostart autostart(folderOf(folder), u"/opt/my tools/quaywatch"_s);
    EXPECT_FALSE(autostart.isOn());

    EXPECT_EQ(autostart.setOn(true), QString());

    EXPECT_TRUE(autostart.isOn());
    EXPECT_TRUE(
        contents(autostart.path()).contains("\nExec=\"/opt/my tools/quaywatch\" --hidden\n"));
}

TEST(AutostartTest, OthersMayNotChangeTheFileWhateverTheUmask)
{
    const TempDir folder;
    const Autostart autostart(folderOf(folder), u"/usr/bin/quaywatch"_s);
    const mode_t before = ::umask(0);
    EXPECT_EQ(autostart.setOn(true), QString());
    ::umask(before);

    EXPECT_FALSE(QFile::permissions(autostart.path()) & (QFile::WriteGroup | QFile::WriteOther));
    EXPECT_FALSE(QFile::permissions(folderOf(folder)) & (QFile::WriteGroup | QFile::WriteOther));
}

TEST(AutostartTest, RemovesItsFile)
{
    const TempDir folder;
    const Autostart autostart(folderOf(folder), u"/usr/bin/quaywatch"_s);
    ASSERT_EQ(autostart.setOn(true), QString());

    EXPECT_EQ(autostart.setOn(false), QString());

    EXPECT_FALSE(QFile::exists(autostart.path()));
    EXPECT_EQ(autostart.setOn(false), QString());
}

TEST(AutostartTest, DoesNotTouchAForeignFile)
{
    const TempDir folder;
    const std::string theirs = "[Desktop Entry]\nType=Application\nExec=quaywatch --mine\n";
    folder.write("autostart/quaywatch.desktop", theirs);
    const Autostart autostart(folderOf(folder), u"/usr/bin/quaywatch"_s);

    EXPECT_NE(autostart.setOn(true), QString());
    EXPECT_EQ(autostart.setOn(false), QString());

    EXPECT_FALSE(autostart.isOn());
    EXPECT_EQ(contents(autostart.path()).toStdString(), theirs);
}

TEST(AutostartTest, NoticesThatTheDesktopDisabledIt)
{
    const TempDir folder;
    const Autostart autostart(folderOf(folder), u"/usr/bin/quaywatch"_s);
    ASSERT_EQ(autostart.setOn(true), QString());
    QFile file(autostart.path());
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("Hidden=true\n");
    file.close();
    EXPECT_FALSE(autostart.isOn());

    ASSERT_EQ(autostart.setOn(true), QString());
    EXPECT_TRUE(autostart.isOn());
}

TEST(AutostartTest, SaysWhyItCannotWrite)
{
    const TempDir folder;
    folder.write("autostart", "a file where the folder should be");
    const Autostart autostart(folderOf(folder), u"/usr/bin/quaywatch"_s);

    EXPECT_NE(autostart.setOn(true), QString());
}

TEST(AutostartTest, QuotesTheProgramSafely)
{
    EXPECT_EQ(Autostart::quoted(u"/usr/bin/quaywatch"_s), uR"("/usr/bin/quaywatch")"_s);
    EXPECT_EQ(Autostart::quoted(uR"(/a"b`c$d%e)"_s), uR"("/a\\"b\\`c\\$d%%e")"_s);
    EXPECT_EQ(Autostart::quoted(uR"(/a\b)"_s), uR"("/a\\\\b")"_s);
    EXPECT_EQ(Autostart::quoted(u"/a\nExec=evil"_s), std::nullopt);
}

}  // namespace

}  // namespace quaywatch
