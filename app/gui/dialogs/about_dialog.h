// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

class QPushButton;
class QVBoxLayout;

namespace quaywatch {

/// What the program is, where its facts come from, and a button that copies what a report of a
/// bug needs.
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

/// The versions and dates for a report of a bug, a line each. In English, as such reports are;
/// names neither this machine nor its user.
[[nodiscard]] QString factsForBugReports();

}  // namespace quaywatch
