// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/baseline_editor.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace quaywatch {

/// Shows the entry that makes a listener expected, and removes it from the file on request.
class ForgetExpectedDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param editor  Must outlive the dialog.
    ForgetExpectedDialog(BaselineEditor& editor, const SocketRecord& listener,
                         QWidget* parent = nullptr);

    /// The entry that was found; empty while it is searched, or if there is none.
    [[nodiscard]] const std::optional<BaselineEntry>& entry() const noexcept { return m_entry; }

private:
    void build();
    void showEntry(const ExpectedBy& by);
    void showError(const Error& error);
    void remove();

    BaselineEditor& m_editor;
    std::optional<BaselineEntry> m_entry;
    QLabel* m_head;
    QPlainTextEdit* m_lines;
    QPushButton* m_remove = nullptr;
    bool m_isWriting = false;
};

}  // namespace quaywatch
