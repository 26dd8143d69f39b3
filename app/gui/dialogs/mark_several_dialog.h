// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/baseline_editor.h"

#include <QDialog>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace quaywatch {

/// Marks several listeners as expected, each as it listens now. Shows all lines that will be
/// written and what is left out, and closes after writing them: all or none.
class MarkSeveralDialog final : public QDialog {
    Q_OBJECT

public:
    static constexpr std::size_t kMaxEntries = 50;

    /// @param editor  Must outlive the dialog.
    /// @param rows    The selected rows. Those that are not listeners, or expected already, are
    ///                left out, and the dialog says so.
    MarkSeveralDialog(BaselineEditor& editor, const std::vector<SocketRecord>& rows,
                      QWidget* parent = nullptr);

    /// The entries that are written; none is there twice.
    [[nodiscard]] const std::vector<BaselineEntry>& entries() const noexcept { return m_entries; }
    /// The request that writes and is not answered yet; 0 for none.
    [[nodiscard]] std::uint64_t writing() const noexcept { return m_writing; }

private:
    void take(const std::vector<SocketRecord>& rows);
    void build();
    void showLines();
    void write();

    BaselineEditor& m_editor;
    std::vector<BaselineEntry> m_entries;
    QStringList m_remarks;
    QPlainTextEdit* m_preview;
    QLabel* m_hint;
    QLabel* m_problem;
    QPushButton* m_write = nullptr;
    std::uint64_t m_writing = 0;  // the request that writes; 0 for none
};

}  // namespace quaywatch
