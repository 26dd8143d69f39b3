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

/// Shows the entries that make one or several listeners expected, and removes them from the file
/// on request: all or none.
class ForgetExpectedDialog final : public QDialog {
    Q_OBJECT

public:
    static constexpr std::size_t kMaxEntries = 50;

    /// @param editor  Must outlive the dialog.
    /// @param rows    The selected rows. Those that are not expected listeners are left out, which
    ///                the dialog says.
    ForgetExpectedDialog(BaselineEditor& editor, const std::vector<SocketRecord>& rows,
                         QWidget* parent = nullptr);

    /// The entries that were found; empty while they are searched, or if there is none.
    [[nodiscard]] const std::vector<BaselineEntry>& entries() const noexcept { return m_entries; }
    /// The request that writes and is not answered yet; 0 for none.
    [[nodiscard]] std::uint64_t writing() const noexcept { return m_writing; }

private:
    void build();
    /// Returns the expected listeners among the rows, and notes what is left out.
    std::vector<SocketRecord> expectedAmong(const std::vector<SocketRecord>& rows);
    void addRemark(int count, const QString& text);
    void showEntries(const ExpectedBy& by);
    [[nodiscard]] QString question() const;
    void showError(const Error& error, std::uint64_t request);
    void remove();

    BaselineEditor& m_editor;
    std::vector<BaselineEntry> m_entries;
    QStringList m_remarks;
    QLabel* m_head;
    QLabel* m_hint;
    QPlainTextEdit* m_lines;
    QPushButton* m_remove = nullptr;
    std::uint64_t m_request = 0;
    std::uint64_t m_writing = 0;  // the request that writes; 0 for none
};

}  // namespace quaywatch
