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

/// From now on leaves out what the offscreen platform complains about and no picture shows; every
/// other message of Qt is told as before.
void silenceOffscreenPlatform();

/// Renders the window into a file once it shows real data: the first snapshot (the second, where
/// one is not enough to see something), the row asked for (else the first) and its details.
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
