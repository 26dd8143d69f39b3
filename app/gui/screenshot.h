// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"

#include <QObject>
#include <QString>

#include <optional>

namespace quaywatch {

class MainWindow;
class MonitorController;

/// From now on drops a warning of the offscreen platform that does not matter for a picture. All
/// other messages of Qt are printed as before.
void silenceOffscreenPlatform();

/// Renders the window into a file as soon as it shows real data: the first snapshot (or the second,
/// if the page needs two), the requested row (or the first one) and its details.
class Screenshot final : public QObject {
    Q_OBJECT

public:
    Screenshot(MainWindow& window, MonitorController& monitor, QString fileName,
               std::optional<Port> port);

signals:
    /// @param problem  Empty if the file was written.
    void finished(const QString& problem);

private:
    void selectSoon();
    void selectRow();
    void takeSoon();
    void take();
    void finish(const QString& problem);

    MainWindow& m_window;
    MonitorController& m_monitor;
    QString m_fileName;
    std::optional<Port> m_port;
    bool m_isFinished = false;
};

}  // namespace quaywatch
