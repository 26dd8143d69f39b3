// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/export_rows.h"
#include "tests/support/snapshot_builder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <QFile>
#include <QTemporaryDir>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;

TEST(ExportRows, ChoosesTheFormatByTheNamesEnding)
{
    EXPECT_EQ(exportFormatOf(u"a.JSON"_s), ExportFormat::Json);
    EXPECT_EQ(exportFormatOf(u"a.csv"_s), ExportFormat::Csv);
    EXPECT_EQ(exportFormatOf(u"a"_s), ExportFormat::Csv);
}

TEST(ExportRows, JsonIsTheTerminalsForm)
{
    const std::vector<SocketRecord> rows{tcpListener(931).ownedBy(process("nc"))};

    const auto json = nlohmann::json::parse(
        exportBytes(rows, test::snapshotOf({}), ExportFormat::Json).toStdString());

    EXPECT_EQ(json["schema"], 1);
    EXPECT_EQ(json["sockets"][0]["local"]["port"], 931);
}

TEST(ExportRows, ReplacesAFileWhole)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"x.csv"_s);

    EXPECT_TRUE(writeWhole(name, "one").isEmpty());
    EXPECT_TRUE(writeWhole(name, "two").isEmpty());

    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "two");
}

TEST(ExportRows, SaysWhichFileCouldNotBeWritten)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"missing/x.csv"_s);

    EXPECT_TRUE(writeWhole(name, "x").contains(name));
}

}  // namespace

}  // namespace quaywatch
