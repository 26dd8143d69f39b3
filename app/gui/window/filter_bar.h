// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace quaywatch {

/// A line for the filter language, with its commonest words as buttons. The text is all there is:
/// a button puts its word in or takes it out. Text that is no filter is told, with the place, and
/// leaves the last good filter in force.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// Puts a word in, so that it holds beside what is there.
    void addWord(const QString& word);
    void clear() { setText({}); }
    /// Takes the focus and selects the text.
    void activate();

    /// The words that are buttons go where they would leave no place to type.
    void fitInto(int width);

    /// The message shown, or empty.
    [[nodiscard]] QString errorText() const;

signals:
    void filterChanged(const quaywatch::Filter& filter);
    /// Escape, with nothing left to clear.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Chip {
        QString word;
        QToolButton* button;
    };

    void buildEdit();
    void addChip(const QString& word, const QString& label, const QString& toolTip);
    void toggleWord(const QString& word, bool isWanted);
    void apply();
    void showError(const FilterError& error);
    void hideError();
    void placeError();
    void updateChips();

    QLineEdit* m_edit;
    QLabel* m_error;
    std::vector<Chip> m_chips;
    QTimer m_delay;
};

}  // namespace quaywatch
