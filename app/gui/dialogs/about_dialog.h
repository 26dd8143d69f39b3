// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

class QPushButton;
class QVBoxLayout;

namespace quaywatch {

/// Describes the program and the sources of its data, and has a button that copies the facts for a
/// bug report.
class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);

private:
    void addHeading(QVBoxLayout& column, const QString& text);
    void addText(QVBoxLayout& column, const QString& text);
    void copyFacts();

    QPushButton* m_copy = nullptr;
};

/// The versions and dates for a bug report, one line each. In English, like such reports; without
/// the names of this machine and its user.
[[nodiscard]] QString factsForBugReports();

}  // namespace quaywatch
