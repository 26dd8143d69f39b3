// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_problem.h"

#include <QCoreApplication>
#include <QSqlError>

namespace quaywatch {
namespace {

// https://www.sqlite.org/rescode.html; an extended code has the primary one in its lowest byte.
constexpr unsigned kPermission = 3;
constexpr unsigned kBusy = 5;
constexpr unsigned kLocked = 6;
constexpr unsigned kReadOnly = 8;
constexpr unsigned kCorrupt = 11;
constexpr unsigned kFull = 13;
constexpr unsigned kCannotOpen = 14;
constexpr unsigned kNoDatabase = 26;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::History)
};

}  // namespace

HistoryProblem problemOf(const QSqlError& error)
{
    using Kind = HistoryProblem::Kind;
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    switch (error.nativeErrorCode().toUInt() & 0xFFU) {
        case kPermission:
        case kReadOnly:
        case kCannotOpen:
            return {Kind::NotWritable, detail};
        case kBusy:
        case kLocked:
            return {Kind::Busy, detail};
        case kCorrupt:
        case kNoDatabase:
            return {Kind::Damaged, detail};
        case kFull:
            return {Kind::Full, detail};
        default:
            return {Kind::Failed, detail};
    }
}

QString sentenceOf(const HistoryProblem& problem)
{
    using Kind = HistoryProblem::Kind;
    switch (problem.kind) {
        case Kind::NoDriver:
            return Text::tr(
                "History is off: Qt's plugin for SQLite is not installed "
                "(in Debian: libqt6sql6-sqlite).");
        case Kind::NotWritable:
            return Text::tr("History is off: it cannot be written (%1).").arg(problem.detail);
        case Kind::Newer:
            return Text::tr(
                       "History is off: %1 was written by a newer Quaywatch, and is left as "
                       "it is.")
                .arg(problem.detail);
        case Kind::Foreign:
            return Text::tr(
                       "History is off: %1 is a database of another program, and is left as "
                       "it is.")
                .arg(problem.detail);
        case Kind::Damaged:
            return Text::tr("The history is damaged (%1).").arg(problem.detail);
        case Kind::Full:
            return Text::tr(
                "History is not recorded: the disk is full. It goes on when there is "
                "room again.");
        case Kind::Busy:
            return Text::tr(
                "History is not recorded: another program keeps its file locked. It "
                "goes on when the file is free again.");
        case Kind::OtherRecorder:
            return Text::tr("Another Quaywatch records the history; this window shows it.");
        case Kind::Failed:
            return Text::tr("History is not recorded: %1.").arg(problem.detail);
    }
    return {};
}

}  // namespace quaywatch
