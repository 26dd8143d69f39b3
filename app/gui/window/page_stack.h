// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "app/gui/window/views.h"

#include <QStackedWidget>

#include <vector>

namespace quaywatch {

/// The pages of views(), one of them visible. currentChanged() reports a change.
class PageStack final : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] Page& page() const;
    /// In the order of views().
    [[nodiscard]] const std::vector<Page*>& pages() const noexcept { return m_pages; }
    /// Name of the current view.
    [[nodiscard]] QString currentView() const;
    /// Shows a view by name; returns whether it exists.
    bool showView(QStringView name);
    /// Shows the next page (1) or the previous one (-1); wraps around.
    void step(int step);
    /// Shows the alerts and makes one current. @return Whether it is still in the list.
    bool showAlert(std::uint64_t id);

    void apply(const SnapshotUpdate& update);
    void setFilter(const Filter& filter);
    void applySettings(const SettingsValues& values);
    void onRegistryChanged();
    void restoreState(const SettingsValues& values);
    void saveState(SettingsValues& values) const;

    /// The title of a page with its count, as in its tab.
    [[nodiscard]] QString titleOf(int index) const;

private:
    void markAlerts(const AlertManager& alerts);

    std::vector<Page*> m_pages;
};

}  // namespace quaywatch
