// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/export_rows.h"

#include "core/exporter.h"
#include "core/socket_json.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include <string>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

ExportFormat exportFormatOf(const QString& fileName, ExportFormat chosen)
{
    if (fileName.endsWith(".json"_L1, Qt::CaseInsensitive)) {
        return ExportFormat::Json;
    }
    return fileName.endsWith(".csv"_L1, Qt::CaseInsensitive) ? ExportFormat::Csv : chosen;
}

std::optional<ExportChoice> askForExport(const QString& suggestedName, QWidget* parent)
{
    const QString csv = QCoreApplication::translate("Export", "CSV (*.csv)");
    const QString json = QCoreApplication::translate("Export", "JSON (*.json)");
    QFileDialog dialog(parent, QCoreApplication::translate("Export", "Export the rows shown"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({csv, json});
    dialog.setDefaultSuffix(u"csv"_s);
    // A name without an ending gets that of the form chosen, before its file is asked about.
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        dialog.setDefaultSuffix(filter == json ? u"json"_s : u"csv"_s);
    });
    dialog.selectFile(suggestedName);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    const QString fileName = dialog.selectedFiles().constFirst();
    const bool isJson = dialog.selectedNameFilter() == json;
    return ExportChoice{fileName,
                        exportFormatOf(fileName, isJson ? ExportFormat::Json : ExportFormat::Csv)};
}

QByteArray exportBytes(const std::vector<SocketRecord>& rows, const Snapshot& snapshot,
                       ExportFormat format)
{
    std::vector<const SocketRecord*> sockets;
    sockets.reserve(rows.size());
    for (const SocketRecord& row : rows) {
        sockets.push_back(&row);
    }
    return QByteArray::fromStdString(format == ExportFormat::Json ? listJson(snapshot, sockets)
                                                                  : toCsv(sockets));
}

QString writeWhole(const QString& fileName, const QByteArray& bytes)
{
    // To write all or nothing is to put another file in its place, which would be the end of a
    // device or a pipe.
    const QFileInfo there(fileName);
    if (there.exists() && !there.isFile()) {
        return QCoreApplication::translate("Export", "%1 is no ordinary file; choose another name")
            .arg(fileName);
    }
    QSaveFile file(fileName);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isWritten) {
        return {};
    }
    return QCoreApplication::translate("Export", "%1 could not be written: %2")
        .arg(fileName, file.errorString());
}

}  // namespace quaywatch
