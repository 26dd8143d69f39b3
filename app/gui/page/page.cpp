// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/page/page.h"

namespace quaywatch {

std::optional<EndTarget> endTargetOf(const SocketRecord& socket)
{
    if (socket.isListener()) {
        return EndTarget{.port = socket.key.localPort, .protocol = socket.key.protocol};
    }
    return socket.owners().empty()
               ? std::nullopt
               : std::optional(EndTarget{.process = socket.owners().front()->id});
}

Page::Page(QWidget* parent)
    : QWidget(parent)
{
}

void Page::apply(const SnapshotUpdate& /*update*/) {}

void Page::setFilter(const Filter& /*filter*/) {}

void Page::applySettings(const SettingsValues& /*values*/) {}

void Page::setAlertMarks(const AlertMarksPtr& /*marks*/) {}

void Page::onRegistryChanged() {}

std::optional<EndTarget> Page::currentEndTarget() const
{
    return std::nullopt;
}

EndRequest Page::endRequest() const
{
    return EndRequest(currentEndTarget());
}

std::vector<ExportFormat> Page::exportFormats() const
{
    return {ExportFormat::Csv, ExportFormat::Json};
}

bool Page::selectPort(Port /*port*/)
{
    return false;
}

void Page::setSearch(const QString& /*text*/) {}

void Page::restoreState(const QByteArray& /*state*/) {}

}  // namespace quaywatch
