// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <QString>

class QSqlError;

namespace quaywatch {

/// Why the history cannot be written or read.
struct HistoryProblem {
    enum class Kind : std::uint8_t {
        NoDriver,       ///< Qt's plugin for SQLite is not installed.
        NotWritable,    ///< The folder or the file may not be written.
        OtherUser,      ///< The folder, `detail`, belongs to another user.
        NoLocks,        ///< The file system of the folder, `detail`, has no locks.
        Newer,          ///< Written by a later version, whose format is unknown.
        Damaged,        ///< Not a history, or a broken one.
        TooManyAside,   ///< Damaged, and too many damaged files are in the folder, `detail`,
                        ///< already.
        Gone,           ///< It was removed or replaced while it was open.
        Full,           ///< No space on the disk.
        Busy,           ///< Another process kept it locked.
        NoMemory,       ///< Not enough memory.
        InputOutput,    ///< The disk reported an error.
        NotReady,       ///< Opened only to read, but not yet of this version.
        OtherRecorder,  ///< Another window records; this one only reads.
        Failed,         ///< Anything else; `detail` describes it.
    };
    Kind kind = Kind::Failed;
    QString detail;   ///< A path or the system's message; may be empty.
    Message cause{};  ///< The same as `detail` as a message, if it is one.
};

template <class T>
using HistoryResult = tl::expected<T, HistoryProblem>;

[[nodiscard]] inline tl::unexpected<HistoryProblem> historyFailure(HistoryProblem::Kind kind,
                                                                   const QString& detail = {})
{
    return tl::unexpected(HistoryProblem{kind, detail, {}});
}

/// Whether the problem may be temporary, so that the open file can still be used afterwards.
[[nodiscard]] constexpr bool mayPass(HistoryProblem::Kind kind) noexcept
{
    using Kind = HistoryProblem::Kind;
    return kind == Kind::Full || kind == Kind::Busy || kind == Kind::NoMemory;
}

/// By SQLite's result code.
[[nodiscard]] HistoryProblem problemOf(const QSqlError& error);

/// A sentence for the user, in their language.
[[nodiscard]] QString sentenceOf(const HistoryProblem& problem);

}  // namespace quaywatch
