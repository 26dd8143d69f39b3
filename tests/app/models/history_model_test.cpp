// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/history_model.h"
#include "app/history/history_changes.h"
#include "app/history/history_export.h"
#include "tests/support/sockets/timed_machine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::kSomeMorning;

HistoryRow row(std::int64_t id, HistoryKind kind = HistoryKind::Opened)
{
    HistoryRow made;
    made.id = id;
    made.kind = kind;
    made.at = kSomeMorning + std::chrono::seconds(id);
    made.subject.protocol = Protocol::Tcp;
    made.subject.port = 22;
    made.subject.program = u"sshd"_s;
    made.subject.address = u"0.0.0.0"_s;
    return made;
}

std::vector<HistoryItem> items(std::int64_t newest, std::int64_t oldest)
{
    std::vector<HistoryItem> made;
    for (std::int64_t id = newest; id >= oldest; --id) {
        made.push_back(HistoryText::item(row(id)));
    }
    return made;
}

class HistoryModelTest : public testing::Test {
protected:
    [[nodiscard]] QString cell(int at, HistoryColumn column, int role = Qt::DisplayRole) const
    {
        return model.index(at, static_cast<int>(column)).data(role).toString();
    }

    HistoryModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(HistoryModelTest, ShowsARowAsText)
{
    HistoryRow closed = row(1, HistoryKind::Closed);
    closed.since = closed.at - 90min;
    model.setItems({HistoryText::item(closed)}, false, closed.at);

    EXPECT_EQ(cell(0, HistoryColumn::What), u"Closed"_s);
    EXPECT_EQ(cell(0, HistoryColumn::LocalPort), u"22/tcp"_s);
    EXPECT_EQ(cell(0, HistoryColumn::Program), u"sshd"_s);
    EXPECT_EQ(cell(0, HistoryColumn::User), u"\u2013"_s);
    EXPECT_EQ(cell(0, HistoryColumn::User, Qt::AccessibleTextRole), u"unknown"_s);
    EXPECT_EQ(cell(0, HistoryColumn::Lasted), u"1 h 30 min"_s);
}

TEST_F(HistoryModelTest, TimeIsShortAndItsToolTipPrecise)
{
    model.setItems(items(1, 1), false, kSomeMorning + 48h);

    EXPECT_TRUE(
        cell(0, HistoryColumn::When, Qt::ToolTipRole).contains(u"2026-11-23T06:00:01.000Z"_s));
}

TEST_F(HistoryModelTest, UntrustedTextIsNotHtml)
{
    HistoryRow evil = row(1);
    evil.subject.program = u"<b>x</b>"_s;
    evil.subject.executable.clear();
    model.setItems({HistoryText::item(evil)}, false, kSomeMorning);

    EXPECT_EQ(cell(0, HistoryColumn::Program), u"<b>x</b>"_s);
    EXPECT_EQ(cell(0, HistoryColumn::Program, Qt::ToolTipRole), u"<qt>&lt;b&gt;x&lt;/b&gt;</qt>"_s);
}

TEST_F(HistoryModelTest, EveryKindHasAText)
{
    std::vector<HistoryItem> all;
    for (int kind = 1; kind <= 8; ++kind) {
        HistoryRow each = row(kind, static_cast<HistoryKind>(kind));
        each.count = 3;
        each.severity = Severity::High;
        each.previous = each.subject;
        all.push_back(HistoryText::item(each));
        EXPECT_FALSE(all.back().what.isEmpty());
        EXPECT_FALSE(all.back().phrase.isEmpty());
        EXPECT_FALSE(token(static_cast<HistoryKind>(kind)).empty());
    }
    model.setItems(std::move(all), false, kSomeMorning);
}

TEST(HistoryModelPaging, RequestsTheNextPageOnce)
{
    HistoryModel model;  // A QAbstractItemModelTester would request more rows itself.
    QSignalSpy wanted(&model, &HistoryModel::moreWanted);
    model.setItems(items(9, 5), true, kSomeMorning);

    ASSERT_TRUE(model.canFetchMore({}));
    model.fetchMore({});
    EXPECT_FALSE(model.canFetchMore({}));
    model.append(items(4, 1), false);

    EXPECT_EQ(wanted.count(), 1);
    EXPECT_EQ(model.rowCount(), 9);
    EXPECT_FALSE(model.canFetchMore({}));
}

TEST_F(HistoryModelTest, NewRowsAreInsertedOnTop)
{
    model.setItems(items(5, 1), false, kSomeMorning);
    const QPersistentModelIndex selected = model.index(1, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    EXPECT_EQ(model.refresh(items(7, 3), true, kSomeMorning), 2);

    EXPECT_EQ(model.rowCount(), 7);
    EXPECT_EQ(selected.row(), 3);
    EXPECT_TRUE(resets.isEmpty());
}

TEST_F(HistoryModelTest, GrownCountIsUpdatedInItsRow)
{
    HistoryRow alert = row(1, HistoryKind::Alert);
    alert.reason = "odd";
    model.setItems({HistoryText::item(alert)}, false, kSomeMorning);
    alert.count = 5;
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

    EXPECT_EQ(model.refresh({HistoryText::item(alert)}, false, kSomeMorning), 0);

    EXPECT_EQ(changes.count(), 1);
    EXPECT_TRUE(cell(0, HistoryColumn::Details).contains(u'5'));
}

TEST_F(HistoryModelTest, UnrelatedRowsReplaceEverything)
{
    model.setItems(items(5, 1), false, kSomeMorning);

    EXPECT_FALSE(model.refresh(items(500, 300), true, kSomeMorning).has_value());
    EXPECT_EQ(model.rowCount(), 201);
    EXPECT_FALSE(model.refresh({}, false, kSomeMorning).has_value());
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(HistoryExport, CsvDefusesFormulas)
{
    HistoryRow evil = row(1, HistoryKind::Alert);
    evil.subject.program = u"=cmd|'/c calc'!A1"_s;
    evil.reason = "a, \"b\"";

    const std::string csv = timelineCsv({evil});

    EXPECT_NE(csv.find(",'=cmd|"), std::string::npos) << csv;
    EXPECT_NE(csv.find("\"a, \"\"b\"\"\""), std::string::npos) << csv;
    EXPECT_NE(csv.find("2026-11-23T06:00:01.000Z,alert,"), std::string::npos) << csv;
}

TEST(HistoryExport, JsonParsesWithNullForUnknown)
{
    HistoryRow alert = row(1, HistoryKind::Alert);
    alert.severity = Severity::High;
    alert.evidence = {"one"};
    const auto json = nlohmann::json::parse(timelineJson({alert, row(2)}));

    EXPECT_EQ(json["history"][0]["event"], "alert");
    EXPECT_EQ(json["history"][0]["severity"], "high");
    EXPECT_EQ(json["history"][0]["evidence"][0], "one");
    EXPECT_TRUE(json["history"][1]["severity"].is_null());
    EXPECT_EQ(json["history"][1]["subject"]["port"], 22);
    EXPECT_TRUE(json["history"][1]["subject"]["user"].is_null());
}

TEST(HistoryExport, ChangesIncludeTheOldValue)
{
    HistoryChange change;
    change.kind = HistoryChange::Kind::Changed;
    change.subject = row(1).subject;
    change.was = change.subject;
    change.was->program = u"dropbear"_s;
    change.firstSeen = kSomeMorning;

    const auto json = nlohmann::json::parse(changesJson({change}, kSomeMorning));

    EXPECT_EQ(json["since"], "2026-11-23T06:00:00.000Z");
    EXPECT_EQ(json["changes"][0]["change"], "changed");
    EXPECT_EQ(json["changes"][0]["was"]["program"], "dropbear");
    EXPECT_NE(changesCsv({change}).find(",dropbear,"), std::string::npos);
}

}  // namespace

}  // namespace quaywatch
