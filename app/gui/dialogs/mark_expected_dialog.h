// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/baseline_editor.h"

#include <QDialog>

#include <cstdint>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace quaywatch {

/// Asks what to expect of a listener: this program or any, on which address, until when. Shows the
/// lines that will be written, and closes after writing them.
class MarkExpectedDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param editor  Must outlive the dialog.
    MarkExpectedDialog(BaselineEditor& editor, const SocketRecord& listener,
                       QWidget* parent = nullptr);

    /// The entry for the current choices.
    [[nodiscard]] BaselineEntry entry() const;
    /// The request that writes and is not answered yet; 0 for none.
    [[nodiscard]] std::uint64_t writing() const noexcept { return m_writing; }

private:
    QFormLayout* buildForm();
    void build();
    void fillChoices();
    void showPreview();
    void write();
    void showProblem(const QString& text);

    BaselineEditor& m_editor;
    SocketRecord m_listener;
    BaselineEntry m_own;  // The entry for this listener's own identity.
    QComboBox* m_program;
    QComboBox* m_address;
    QComboBox* m_until;
    QDateEdit* m_day;
    QLineEdit* m_note;
    QPlainTextEdit* m_preview;
    QLabel* m_hint;
    QPushButton* m_write = nullptr;
    std::uint64_t m_writing = 0;  // the request that writes; 0 for none
};

}  // namespace quaywatch
