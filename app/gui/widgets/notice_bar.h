// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace quaywatch {

/// A line above the tables for what concerns the whole window; hidden while there is nothing to
/// say, and closed by the user.
class NoticeBar final : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Hint, Problem };

    explicit NoticeBar(QWidget* parent = nullptr);

    /// Replaces what is shown. A hint does not push a problem away.
    void say(Kind kind, const QString& text);
    /// Takes a problem back once it is over.
    void clearProblem();
    /// Takes back what was said, unless something else is shown by now.
    void withdraw(const QString& text);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Hint;
    QLabel* m_sign;
    QLabel* m_text;
    QString m_whole;     // What m_text shows the beginning of.
    QToolButton* m_all;  // Shows it all, where there is more.
    QToolButton* m_close;
};

}  // namespace quaywatch
