// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor_controller.h"

#include <QDialog>
#include <QString>

#include <string>

class QPlainTextEdit;
class QPushButton;

namespace quaywatch {

/// Shows what a report of a problem should contain: versions, the system, and what can be read
/// here, as `quaywatch-cli doctor` prints it. The user copies it; nothing is sent.
class ReportDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param monitor  Must outlive the dialog.
    explicit ReportDialog(MonitorController& monitor, QWidget* parent = nullptr);

    /// The text; empty until it is complete.
    [[nodiscard]] QString text() const;

private:
    void showText(const std::string& text);
    void copy();

    QPlainTextEdit* m_text;
    QPushButton* m_copy = nullptr;
    bool m_isComplete = false;
};

}  // namespace quaywatch
