// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace quaywatch {

/// Notices that the desktop has other colors than before, while the program runs. Belongs to the
/// GUI thread, which the application object must have.
class DesktopThemeWatch final : public QObject {
    Q_OBJECT

public:
    explicit DesktopThemeWatch(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// Emitted once for all windows, from the event loop.
    void changed();

private:
    QTimer m_soon;  // Each window gets the event of a change.
};

}  // namespace quaywatch
