// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_controller.h"

#include <QString>
#include <QWidget>

#include <optional>

class QComboBox;
class QDateTimeEdit;
class QToolButton;

namespace quaywatch {

class Segments;
class SwitchButton;

/// The bar above the history: what is shown of it (the timeline, or the changes since a time), the
/// saved snapshots, and whether anything is recorded. Reports what the user chooses;
/// the page sends the requests. Belongs to the GUI thread and to its parent, the page.
class HistoryPageBar final : public QWidget {
    Q_OBJECT

public:
    enum class Mode : int { Timeline, Changes };

    /// @param history  Null if there is none: nothing can then be saved or recorded. Must outlive
    ///                 the bar.
    explicit HistoryPageBar(HistoryController* history, QWidget* parent = nullptr);

    [[nodiscard]] Mode mode() const;
    void setMode(Mode mode);
    [[nodiscard]] HistorySearch search() const;
    /// Whether the search restricts what is shown.
    [[nodiscard]] bool isSearching() const;
    [[nodiscard]] const QString& searchText() const noexcept { return m_search; }
    void setSearch(const QString& text) { m_search = text; }
    /// The time to compare with; empty if it does not exist.
    [[nodiscard]] std::optional<HistoryTime> since() const;
    /// Offers the times of the overview for comparison.
    void setOverview(const HistoryOverview& overview);
    /// @param isWanted     Whether the user has switched the recording on.
    /// @param isRecording  Whether something is recorded: not if the file cannot be written.
    void setRecording(bool isWanted, bool isRecording);

signals:
    void modeChosen(quaywatch::HistoryPageBar::Mode mode);
    /// Another time is chosen, or whether only alerts are shown.
    void chosen();
    /// The time is being edited; more input may follow.
    void edited();
    /// The user has switched the recording on or off.
    void recordingToggled(bool isOn);

private:
    void buildModes();
    void buildAlerts();
    void buildTimes();
    void buildButtons();
    void arrange();
    void updateControls();
    void saveSnapshot();
    void deleteSnapshot();

    HistoryController* m_history;
    HistoryOverview m_overview;
    Segments* m_modes = nullptr;
    QString m_search;
    QToolButton* m_alertsButton = nullptr;
    QComboBox* m_since = nullptr;
    QDateTimeEdit* m_time = nullptr;
    QToolButton* m_deleteButton = nullptr;
    QToolButton* m_saveButton = nullptr;
    SwitchButton* m_recording = nullptr;
};

}  // namespace quaywatch
