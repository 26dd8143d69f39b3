// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/history/history_page_bar.h"
#include "app/gui/page/page.h"
#include "app/history/history_controller.h"
#include "app/models/history_model.h"

#include <QTimer>

#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTableView;

namespace quaywatch {

class RowTableColumns;

/// Shows the past: a timeline of opened and closed sockets, and the differences from an earlier
/// time. Sends requests to the history and shows the answers; never waits for it.
class HistoryPage final : public Page {
    Q_OBJECT

public:
    using Mode = HistoryPageBar::Mode;

    /// @param history  Null if there is none, which the page then reports. Both must outlive the
    ///                 page.
    HistoryPage(HistoryController* history, Settings& settings, QWidget* parent = nullptr);

    void setMode(Mode mode);

    void applySettings(const SettingsValues& values) override;
    void setAlertMarks(const AlertMarksPtr& marks) override { m_timeline.setAlertMarks(marks); }
    [[nodiscard]] bool hasFilter() const override { return false; }
    [[nodiscard]] bool hasDetails() const override { return false; }
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] QString searchHint() const override
    {
        return tr("Search: port, program, user, address, unit or reason");
    }
    [[nodiscard]] QString search() const override { return m_bar->searchText(); }
    void setSearch(const QString& text) override;
    [[nodiscard]] QString selectionText() const override;
    [[nodiscard]] Exporter exporter() const override;
    /// Searches the timeline for the port.
    bool selectPort(Port port) override;
    void selectFirst() override;
    [[nodiscard]] QByteArray state() const override;
    void restoreState(const QByteArray& state) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QTableView* buildTable(HistoryModel& model, const QString& name);
    void connectHistory();
    /// Searches for what the user has chosen on the page.
    void searchFor(const QString& text);
    void ask();
    void askSoon();
    void showTimeline(const TimelineAnswer& answer);
    void showChanges(const ChangesAnswer& answer);
    void showOverview(const OverviewAnswer& answer);
    void updateRecording();
    void updateTexts();
    void updateNote();
    void updateEmptyText();
    void showRowMenu(QTableView& table, const QPoint& position);
    [[nodiscard]] QTableView& table() const;
    [[nodiscard]] HistoryModel& model();
    [[nodiscard]] const HistoryModel& model() const;

    HistoryController* m_history;
    Settings& m_settings;
    HistoryModel m_timeline;
    HistoryModel m_changes;
    std::vector<RowTableColumns*> m_columns;  // of both tables
    QLabel* m_note;
    QLabel* m_empty = nullptr;
    QStackedWidget* m_tables;
    bool m_isWanted = false;  // The user has switched the recording on.
    HistoryPageBar* m_bar;
    QTimer m_typing;
    std::optional<HistoryCursor> m_next;  // after the shown timeline
    bool m_isNextAsked = false;
    HistorySearch m_askedSearch;  // of the timeline
    HistorySearch m_shownSearch;
    std::optional<PortTotals> m_traffic;
    std::optional<HistoryTime> m_comparedWith;
    std::optional<HistoryTime> m_beginning;  // if later than m_comparedWith
    bool m_isCut = false;
    std::optional<HistoryProblem> m_problem;  // of the last answer
};

}  // namespace quaywatch
