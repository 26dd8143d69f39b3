// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"
#include "core/sockets/snapshot.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <utility>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStringListModel;
class QToolButton;

namespace quaywatch {

/// An input field for the filter language, with its most common words as buttons. The text is the
/// only state: a button adds its word to it or removes it. For an invalid filter the error and its
/// position are shown, and the last valid filter stays active.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// Adds a word, so that it applies together with the present filter.
    void addWord(const QString& word);
    void removeWord(const QString& word);
    void clear() { setText({}); }
    /// Takes the focus and selects the text.
    void activate();

    /// Moves the buttons of words that would leave no space to type into the menu of one button.
    void fitInto(int width);
    /// The sockets whose processes, users and ports completion offers.
    void setSnapshot(SnapshotPtr snapshot) { m_snapshot = std::move(snapshot); }

    /// The error message that is shown; empty if there is none.
    [[nodiscard]] QString errorText() const;

signals:
    void filterChanged(const quaywatch::Filter& filter);
    /// Escape was pressed and there is no text left to clear.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Chip {
        QString word;
        QToolButton* button;
    };

    void buildEdit();
    void buildMore();
    void fillMore();
    void offerWords();
    void addChip(const QString& word, const QString& label, const QString& toolTip);
    void toggleWord(const QString& word, bool isWanted);
    void apply();
    void showError(const FilterError& error);
    void hideError();
    void colorError();
    void placeError();
    void updateChips();

    QLineEdit* m_edit;
    QLabel* m_error;
    QAction* m_search = nullptr;  // the magnifying glass
    std::vector<Chip> m_chips;
    QToolButton* m_more = nullptr;
    QMenu* m_moreMenu = nullptr;
    QStringListModel* m_words = nullptr;  // what completion offers
    QString m_offeredKey;                 // the key whose values are among them
    SnapshotPtr m_snapshot;
    QTimer m_delay;
};

}  // namespace quaywatch
