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

/// By the name's ending, if it is that of one of the forms; else what was chosen.
[[nodiscard]] ExportFormat exportFormatOf(const QString& fileName,
                                          const std::vector<ExportFormat>& formats,
                                          ExportFormat chosen);

/// A file to write.
struct ExportChoice {
    QString fileName;  ///< With the format's ending, unless the user gave it another.
    ExportFormat format = ExportFormat::Csv;
};
/// Asks where to, and in which of the forms. Empty if the user thought better of it.
[[nodiscard]] std::optional<ExportChoice> askForExport(const QString& suggestedName,
                                                       const std::vector<ExportFormat>& formats,
                                                       QWidget* parent);

/// The rows in the terminal's own forms. Any thread; 100,000 rows take some tenths of a second.
///
/// @param snapshot  For its time and its gaps.
[[nodiscard]] QByteArray exportBytes(const std::vector<SocketRecord>& rows,
                                     const Snapshot& snapshot, ExportFormat format);

/// Writes all or nothing: an older file of that name stays whole if this fails.
///
/// @return Empty, or a sentence on what went wrong.
[[nodiscard]] QString writeWhole(const QString& fileName, const QByteArray& bytes);

}  // namespace quaywatch
