// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QPlainTextEdit>
#include <QString>

namespace quaywatch {

/// Shows plain text of any length, to be read and copied. Long lines are split into short pieces,
/// and only the visible ones need time for layout. Copied text has no additional line breaks.
class WholeTextView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit WholeTextView(QWidget* parent = nullptr);

    void showText(const QString& plain);

protected:
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
};

/// Shows a text that is too long for a page. Deletes itself when it is closed.
class WholeTextDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param plain  Text that plainText() or fullPlainText() returned.
    explicit WholeTextDialog(const QString& plain, QWidget* parent = nullptr);

private:
    QString m_text;
};

}  // namespace quaywatch
