// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

namespace quaywatch {

class ValueDocument;

/// A window with one page of text and a button to close it, for the help and the gaps.
class PageDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PageDialog(const QString& title, QWidget* parent = nullptr);

    /// Fill the page between begin() and end().
    [[nodiscard]] ValueDocument& page() noexcept { return *m_page; }

private:
    ValueDocument* m_page;
};

/// Explains the colors and badges as the tables draw them, the keys, the filter language, and what
/// the program cannot see.
void fillHelp(ValueDocument& page);

}  // namespace quaywatch
