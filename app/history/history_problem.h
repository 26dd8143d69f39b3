// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
        Newer,          ///< Written by a later version, whose form is not known.
        Foreign,        ///< A database, but none of ours.
        Damaged,        ///< No database, or a broken one.
        Full,           ///< No room on the disk.
        Busy,           ///< Another process kept it locked.
        OtherRecorder,  ///< Another window records; this one only reads.
        Failed,         ///< Anything else; `detail` tells.
    };
    Kind kind = Kind::Failed;
    QString detail;  ///< A path or what the system said; may be empty.
};

template <class T>
using HistoryResult = tl::expected<T, HistoryProblem>;

[[nodiscard]] inline tl::unexpected<HistoryProblem> historyFailure(HistoryProblem::Kind kind,
                                                                   const QString& detail = {})
{
    return tl::unexpected(HistoryProblem{kind, detail});
}

/// By SQLite's result code.
[[nodiscard]] HistoryProblem problemOf(const QSqlError& error);

/// A sentence for the user, in their language.
[[nodiscard]] QString sentenceOf(const HistoryProblem& problem);

}  // namespace quaywatch
