// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/export_rows.h"

#include "core/exporter.h"
#include "core/socket_json.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <string>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

ExportFormat exportFormatOf(const QString& fileName)
{
    return fileName.endsWith(".json"_L1, Qt::CaseInsensitive) ? ExportFormat::Json
                                                              : ExportFormat::Csv;
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
