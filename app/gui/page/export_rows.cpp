// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/page/export_rows.h"

#include "core/export/exporter.h"
#include "core/export/list_json.h"
#include "core/export/socket_json.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>

#include <algorithm>
#include <memory>
#include <string>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

QString endingOf(ExportFormat format)
{
    switch (format) {
        case ExportFormat::Csv:
            return u"csv"_s;
        case ExportFormat::Json:
            return u"json"_s;
        case ExportFormat::Png:
            return u"png"_s;
    }
    return {};
}

QString nameFilterOf(ExportFormat format)
{
    switch (format) {
        case ExportFormat::Csv:
            return QCoreApplication::translate("Export", "CSV (*.csv)");
        case ExportFormat::Json:
            return QCoreApplication::translate("Export", "JSON (*.json)");
        case ExportFormat::Png:
            return QCoreApplication::translate("Export", "Picture (*.png)");
    }
    return {};
}

/// The dialog of this window, which is kept for the next time: each new one leaves some memory in
/// Qt's model of the file system.
QFileDialog* exportDialogOf(QWidget& window)
{
    const QString name = u"exportDialog"_s;
    if (auto* kept = window.findChild<QFileDialog*>(name, Qt::FindDirectChildrenOnly)) {
        return kept;
    }
    auto* dialog = new QFileDialog(&window);
    dialog->setObjectName(name);
    return dialog;
}

}  // namespace

ExportFormat exportFormatOf(const QString& fileName, const std::vector<ExportFormat>& formats,
                            ExportFormat chosen)
{
    const auto found = std::find_if(formats.begin(), formats.end(), [&](ExportFormat format) {
        return fileName.endsWith(u'.' + endingOf(format), Qt::CaseInsensitive);
    });
    return found != formats.end() ? *found : chosen;
}

std::optional<ExportChoice> askForExport(const QString& suggestedName,
                                         const std::vector<ExportFormat>& formats, QWidget* parent)
{
    QStringList filters;
    for (const ExportFormat format : formats) {
        filters.append(nameFilterOf(format));
    }
    const auto formatOf = [&](const QString& filter) {
        return formats.at(
            static_cast<std::size_t>(std::max<qsizetype>(0, filters.indexOf(filter))));
    };
    std::unique_ptr<QFileDialog> own;
    if (parent == nullptr) {
        own = std::make_unique<QFileDialog>();
    }
    const QPointer<QFileDialog> dialog = own ? own.get() : exportDialogOf(*parent);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setWindowTitle(QCoreApplication::translate("Export", "Export what is shown"));
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(endingOf(formats.front()));
    // A name without an ending gets that of the chosen format, before the dialog asks whether to
    // replace an existing file.
    const auto connection = QObject::connect(
        dialog, &QFileDialog::filterSelected, dialog,
        [&](const QString& filter) { dialog->setDefaultSuffix(endingOf(formatOf(filter))); });
    dialog->selectFile(suggestedName);
    const bool isAccepted = dialog->exec() == QDialog::Accepted;
    if (!dialog) {
        return std::nullopt;  // Its window was closed meanwhile.
    }
    QObject::disconnect(connection);
    if (!isAccepted || dialog->selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    const QString fileName = dialog->selectedFiles().constFirst();
    return ExportChoice{fileName,
                        exportFormatOf(fileName, formats, formatOf(dialog->selectedNameFilter()))};
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
    // Writing all or nothing puts a new file in place of the old one, which would destroy a device
    // or a pipe.
    const QFileInfo there(fileName);
    if (there.exists() && !there.isFile()) {
        return QCoreApplication::translate("Export",
                                           "%1 is not a regular file; choose another name")
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
