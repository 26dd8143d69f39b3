// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

class QWidget;

namespace quaywatch {

enum class ExportFormat { Csv, Json, Png };

/// The format that the ending of the name says, if it is one of `formats`; otherwise `chosen`.
[[nodiscard]] ExportFormat exportFormatOf(const QString& fileName,
                                          const std::vector<ExportFormat>& formats,
                                          ExportFormat chosen);

/// The file to write and its format.
struct ExportChoice {
    QString fileName;  ///< With the ending of the format, unless the user gave another one.
    ExportFormat format = ExportFormat::Csv;
};
/// Asks for the file and for one of the formats. Empty if the user cancels.
[[nodiscard]] std::optional<ExportChoice> askForExport(const QString& suggestedName,
                                                       const std::vector<ExportFormat>& formats,
                                                       QWidget* parent);

/// The rows in the formats of the terminal program. Any thread; 100,000 rows take a few tenths of a
/// second.
///
/// @param snapshot  For its time and its gaps.
[[nodiscard]] QByteArray exportBytes(const std::vector<SocketRecord>& rows,
                                     const Snapshot& snapshot, ExportFormat format);

/// Writes the whole file or nothing: if this fails, an older file of that name stays unchanged.
///
/// @return Empty, or a sentence that describes the error.
[[nodiscard]] QString writeWhole(const QString& fileName, const QByteArray& bytes);

}  // namespace quaywatch
