// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/page/export_rows.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;

const std::vector kRows{ExportFormat::Csv, ExportFormat::Json};

TEST(ExportRows, UsesTheFormatOfTheFileExtensionElseTheChosenOne)
{
    EXPECT_EQ(exportFormatOf(u"a.JSON"_s, kRows, ExportFormat::Csv), ExportFormat::Json);
    EXPECT_EQ(exportFormatOf(u"a.csv"_s, kRows, ExportFormat::Json), ExportFormat::Csv);
    EXPECT_EQ(exportFormatOf(u"a"_s, kRows, ExportFormat::Csv), ExportFormat::Csv);
    EXPECT_EQ(exportFormatOf(u"a.txt"_s, kRows, ExportFormat::Json), ExportFormat::Json);
    EXPECT_EQ(exportFormatOf(u"a.png"_s, kRows, ExportFormat::Csv), ExportFormat::Csv)
        << "rows are not an image";
}

TEST(ExportRows, KeepsTheDialogOfAWindow)
{
    QWidget window;
    for (int i = 0; i < 3; ++i) {
        QTimer::singleShot(0, &window, [&window] { window.findChild<QFileDialog*>()->reject(); });
        EXPECT_FALSE(askForExport(u"x"_s, kRows, &window));
    }

    EXPECT_EQ(window.findChildren<QFileDialog*>(Qt::FindDirectChildrenOnly).size(), 1);
}

TEST(ExportRows, AppendsTheExtensionOfTheChosenFormat)
{
    const QTemporaryDir folder;
    QTimer::singleShot(0, qApp, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        dialog->setDirectory(folder.path());
        dialog->selectNameFilter(dialog->nameFilters().back());
        emit dialog->filterSelected(dialog->nameFilters().back());
        dialog->findChild<QLineEdit*>()->setText(u"rows"_s);
        QMetaObject::invokeMethod(dialog, "accept");
    });

    const auto choice = askForExport(u"x"_s, kRows, nullptr);

    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->fileName, folder.filePath(u"rows.json"_s));
    EXPECT_EQ(choice->format, ExportFormat::Json);
}

TEST(ExportRows, KeepsTheOldFileWhenTheDiskIsFull)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"x.csv"_s);
    ASSERT_TRUE(writeWhole(name, "old").isEmpty());
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);

    const QString problem = writeWhole(name, QByteArray(1 << 20, 'x'));

    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_TRUE(problem.contains(name)) << problem.toStdString();
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "old");
}

TEST(ExportRows, DoesNotReplaceAPipeByAFile)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"pipe"_s);
    ASSERT_EQ(mkfifo(QFile::encodeName(name).constData(), 0600), 0);

    EXPECT_TRUE(writeWhole(name, "x").contains(u"not a regular file"_s));

    EXPECT_FALSE(QFileInfo(name).isFile());
}

TEST(ExportRows, JsonHasTheFormOfTheTerminalProgram)
{
    const std::vector<SocketRecord> rows{tcpListener(931).ownedBy(process("nc"))};

    const auto json = nlohmann::json::parse(
        exportBytes(rows, test::snapshotOf({}), ExportFormat::Json).toStdString());

    EXPECT_EQ(json["schema"], 1);
    EXPECT_EQ(json["sockets"][0]["local"]["port"], 931);
}

TEST(ExportRows, ReplacesAFileAtomically)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"x.csv"_s);

    EXPECT_TRUE(writeWhole(name, "one").isEmpty());
    EXPECT_TRUE(writeWhole(name, "two").isEmpty());

    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "two");
}

TEST(ExportRows, NamesTheFileThatCouldNotBeWritten)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"missing/x.csv"_s);

    EXPECT_TRUE(writeWhole(name, "x").contains(name));
}

}  // namespace

}  // namespace quaywatch
