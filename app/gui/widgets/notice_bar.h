// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;

namespace quaywatch {

/// A line above the tables for messages that concern the whole window. Hidden while there is no
/// message; the user can close it.
class NoticeBar final : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Hint, Problem };

    explicit NoticeBar(QWidget* parent = nullptr);

    /// Shows a text instead of the current one. A hint does not replace a problem.
    void say(Kind kind, const QString& text);
    /// Shows a hint with a button. A problem stays, and the hint is not shown.
    /// @param action  Called when the button is pressed; the bar is hidden then.
    void offer(const QString& text, const QString& button, std::function<void()> action);
    /// Removes a problem that has ended.
    void clearProblem();
    /// Removes this text, unless another one is shown now.
    void withdraw(const QString& text);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showSign();

    Kind m_kind = Kind::Hint;
    QLabel* m_sign;
    QLabel* m_text;
    QString m_whole;  // The whole text, of which m_text shows the beginning.
    QToolButton* m_actionButton;
    std::function<void()> m_action;
    QToolButton* m_all;  // Shows the whole text, if it is cut.
    QToolButton* m_close;
};

}  // namespace quaywatch
