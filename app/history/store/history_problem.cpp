// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_problem.h"

#include <QCoreApplication>
#include <QSqlError>

namespace quaywatch {

using Kind = HistoryProblem::Kind;

namespace {

// https://www.sqlite.org/rescode.html; an extended code has the primary one in its lowest byte.
constexpr unsigned kPermission = 3;
constexpr unsigned kBusy = 5;
constexpr unsigned kLocked = 6;
constexpr unsigned kNoMemory = 7;
constexpr unsigned kReadOnly = 8;
constexpr unsigned kInterrupted = 9;
constexpr unsigned kInputOutput = 10;
constexpr unsigned kCorrupt = 11;
constexpr unsigned kFull = 13;
constexpr unsigned kCannotOpen = 14;
constexpr unsigned kProtocol = 15;  // locking protocol
constexpr unsigned kNotAuthorized = 23;
constexpr unsigned kNoDatabase = 26;
constexpr unsigned kMovedAway = 1032;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::History)
};

}  // namespace

HistoryProblem problemOf(const QSqlError& error)
{
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    const unsigned code = error.nativeErrorCode().toUInt();
    if (code == kMovedAway) {
        return {Kind::Gone, detail, {}};
    }
    switch (code & 0xFFU) {
        case kPermission:
        case kReadOnly:
        case kCannotOpen:
        case kNotAuthorized:
            return {Kind::NotWritable, detail, {}};
        case kBusy:
        case kLocked:
        case kInterrupted:
        case kProtocol:
            return {Kind::Busy, detail, {}};
        case kCorrupt:
        case kNoDatabase:
            return {Kind::Damaged, detail, {}};
        case kFull:
            return {Kind::Full, detail, {}};
        case kNoMemory:
            return {Kind::NoMemory, detail, {}};
        case kInputOutput:
            return {Kind::InputOutput, detail, {}};
        default:
            return {Kind::Failed, detail, {}};
    }
}

// NOLINTNEXTLINE(readability-function-size): a list of sentences
QString sentenceOf(const HistoryProblem& problem)
{
    switch (problem.kind) {
        case Kind::NoDriver:
            return Text::tr(
                "History is off: Qt's plugin for SQLite is not installed "
                "(in Debian: libqt6sql6-sqlite).");
        case Kind::NotWritable:
            return Text::tr(
                       "History is not recorded: its file cannot be written (%1). Quaywatch tries "
                       "again every minute.")
                .arg(problem.detail);
        case Kind::OtherUser:
            return Text::tr(
                       "History is not recorded: %1 belongs to another user. To keep a history, "
                       "start Quaywatch as that user, or with a home folder of your own.")
                .arg(problem.detail);
        case Kind::NoLocks:
            return Text::tr(
                       "History is not recorded: the file system of %1 has no file locks, so two "
                       "windows could write at the same time. Set XDG_DATA_HOME to a folder on a "
                       "local disk.")
                .arg(problem.detail);
        case Kind::Newer:
            return Text::tr(
                       "History is off: %1 was written by a newer version of Quaywatch; it is not "
                       "changed.")
                .arg(problem.detail);
        case Kind::Damaged:
            return Text::tr("The history is damaged (%1).").arg(problem.detail);
        case Kind::TooManyAside:
            return Text::tr(
                       "History is not recorded: its file is damaged, and %1 already contains many "
                       "damaged ones. Remove or move some of them to start a new history.")
                .arg(problem.detail);
        case Kind::Gone:
            return Text::tr(
                "The history's file was removed or replaced while in use. A new history begins.");
        case Kind::Full:
            return Text::tr(
                "History is not recorded: the disk is full. Recording continues when there is "
                "space again.");
        case Kind::Busy:
            return Text::tr(
                "History is not recorded: another program has locked its file. Recording continues "
                "when the file is unlocked.");
        case Kind::NoMemory:
            return Text::tr(
                "History is not recorded: there is not enough memory. Recording continues when "
                "there is enough again.");
        case Kind::InputOutput:
            return Text::tr(
                       "History is not recorded: its file could not be read or written (%1). "
                       "Quaywatch tries again every minute.")
                .arg(problem.detail);
        case Kind::NotReady:
            return Text::tr(
                "The history cannot be shown yet: the program that records it must convert it to "
                "the format of this version first.");
        case Kind::OtherRecorder:
            return Text::tr("Another running Quaywatch records the history; this window shows it.");
        case Kind::Failed:
            return Text::tr("History is not recorded: %1.").arg(problem.detail);
    }
    return {};
}

}  // namespace quaywatch
