// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

namespace quaywatch {

class ValueDocument;

/// A window with one page to read and a button to close it: help, gaps.
class PageDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PageDialog(const QString& title, QWidget* parent = nullptr);

    /// Fill it between begin() and end().
    [[nodiscard]] ValueDocument& page() noexcept { return *m_page; }

private:
    ValueDocument* m_page;
};

/// The keys, the filter language, and what is not seen.
void fillHelp(ValueDocument& page);

}  // namespace quaywatch
