// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QDialog;
class QVBoxLayout;

namespace quaywatch {

/// The column of a dialog that must fit on a small screen: what is added to content() scrolls where
/// there is no room for it, what is added below it (buttons) does not.
class ScrolledColumn {
public:
    /// Gives the dialog its layout.
    explicit ScrolledColumn(QDialog& dialog);

    [[nodiscard]] QVBoxLayout& content() const noexcept { return *m_content; }
    [[nodiscard]] QVBoxLayout& below() const noexcept { return *m_below; }
    /// Gives the dialog the size of its content, with at least this width, as far as the screen
    /// allows it. Call it when the content is complete.
    void fit(int leastWidth) const;

private:
    QDialog& m_dialog;
    QVBoxLayout* m_content;
    QVBoxLayout* m_below;
};

}  // namespace quaywatch
