// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/alerts/alert_manager.h"

#include <QString>
#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;

namespace quaywatch {

/// Shows the facts about the current alert, below the list of alerts: its reason, its evidence, and
/// what has become of its socket. Hidden without an alert. Belongs to the GUI thread and to its
/// parent, the page.
class AlertFacts final : public QWidget {
    Q_OBJECT

public:
    explicit AlertFacts(QWidget* parent = nullptr);

    /// @param entry     Null: there is no current alert.
    /// @param isClosed  Whether its socket is closed.
    void showAlert(const AlertEntry* entry, bool isClosed);
    /// Limits the height of the facts, in pixels; longer ones can be scrolled.
    void setHeightLimit(int height);

private:
    void fit();

    QScrollArea* m_area;
    QLabel* m_text;
    QToolButton* m_allButton;  // Shows all facts, if they are too long.
    QString m_wholeText;
    int m_heightLimit = 0;
};

}  // namespace quaywatch
