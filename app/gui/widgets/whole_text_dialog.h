// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QPlainTextEdit>
#include <QString>

namespace quaywatch {

/// Plain text of any length, to be read and copied. Long lines are laid out in short pieces, of
/// which only those in sight cost anything; what is copied has no break where the text has none.
class WholeTextView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit WholeTextView(QWidget* parent = nullptr);

    void showText(const QString& plain);

protected:
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
};

/// What a page has no room for. Deletes itself when it is closed.
class WholeTextDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param plain  Text that went through plainText() or fullPlainText().
    explicit WholeTextDialog(const QString& plain, QWidget* parent = nullptr);

private:
    QString m_text;
};

}  // namespace quaywatch
