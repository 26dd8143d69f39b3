// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "app/gui/window/views.h"

#include <QStackedWidget>

#include <vector>

namespace quaywatch {

/// The pages of views(), one of them shown. currentChanged() tells that it is another.
class PageStack final : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] Page& page() const;
    /// In the order of views().
    [[nodiscard]] const std::vector<Page*>& pages() const noexcept { return m_pages; }
    /// The name of the view that is shown.
    [[nodiscard]] QString currentView() const;
    /// Turns to a view by its name; whether there is one.
    bool showView(QStringView name);
    /// Turns to the next page (1) or the one before (-1), in a ring.
    void step(int step);
    /// Turns to the alerts and makes one current. @return Whether it is still listed.
    bool showAlert(std::uint64_t id);

    void apply(const SnapshotUpdate& update);
    void setFilter(const Filter& filter);
    void applySettings(const SettingsValues& values);
    void onRegistryChanged();
    void restoreState(const SettingsValues& values);
    void saveState(SettingsValues& values) const;

    /// The title of a page with its count, as its tab shows it.
    [[nodiscard]] QString titleOf(int index) const;

private:
    std::vector<Page*> m_pages;
};

}  // namespace quaywatch
