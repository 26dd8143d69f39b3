// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QToolBar>

class QAction;
class QActionGroup;
class QMenu;
class QToolButton;

namespace quaywatch {

class FilterBar;
class MonitorController;
class Page;
class PageSearch;
class PageStack;
class Segments;
class Settings;
struct SettingsValues;

/// The bar above the pages: their tabs, the filter, the controls to pause the poll and to set its
/// speed, and the menu.
class WindowToolBar final : public QToolBar {
    Q_OBJECT

public:
    /// @param canImport  Whether a registry can be imported here.
    WindowToolBar(MonitorController& monitor, Settings& settings, bool canImport,
                  QWidget* parent = nullptr);

    [[nodiscard]] Segments& tabs() const noexcept { return *m_tabs; }
    [[nodiscard]] FilterBar& filter() const noexcept { return *m_filter; }
    [[nodiscard]] PageSearch& search() const noexcept { return *m_search; }
    /// The actions whose keys work everywhere in the window: a shortcut of a closed menu works only
    /// if the window has the action, too.
    [[nodiscard]] const QList<QAction*>& windowActions() const noexcept { return m_windowActions; }

    void showTitles(const PageStack& pages);
    void showSettings(const SettingsValues& values);
    /// Gives the filter the width that the other parts leave.
    void fitInto(int width);
    /// Shows the field in which this page is searched: the filter, or the search of the page.
    void showSearchOf(Page& page);

signals:
    void exportRequested();
    void preferencesRequested();
    void helpRequested();
    void registryRequested();
    void reportRequested();
    void aboutRequested();

private:
    void buildTabs();
    void buildFilter();
    void buildPoll();
    void buildIntervals();
    void buildMenu(bool canImport);
    void addLookActions(QMenu& menu);
    void buildThemes(QMenu& menu);
    void showPause(bool isPaused);

    MonitorController& m_monitor;
    Settings& m_settings;
    Segments* m_tabs;
    FilterBar* m_filter;
    QAction* m_filterAction = nullptr;
    PageSearch* m_search;
    // In the place of the filter: the search of a page, or nothing.
    QAction* m_searchAction = nullptr;
    QAction* m_spaceAction = nullptr;
    QAction* m_pauseAction = nullptr;
    QAction* m_detailsAction = nullptr;
    QAction* m_compactAction = nullptr;
    QAction* m_motionAction = nullptr;
    QActionGroup* m_intervals;
    QActionGroup* m_themes;
    QList<QAction*> m_windowActions;
};

}  // namespace quaywatch
