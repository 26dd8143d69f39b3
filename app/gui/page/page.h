// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/end_request.h"
#include "app/gui/page/export_rows.h"
#include "app/gui/page/row_menu.h"
#include "app/models/alert_marks.h"
#include "app/models/listeners/port_groups.h"
#include "app/settings/settings.h"
#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace quaywatch {

/// Exports what a page showed when the exporter was requested. Any thread; call it only once.
using Exporter = std::function<QByteArray(ExportFormat)>;

/// The target of "End process" for a socket: the listeners on its port, or the owner of a
/// connection; empty if it is not known.
[[nodiscard]] std::optional<EndTarget> endTargetOf(const SocketRecord& socket);

/// One view of the window. The window passes updates, the filter and the settings to every page,
/// even to hidden ones. It asks the visible page what its keys, its details panel and its menus
/// refer to. A page overrides the functions that it needs.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    virtual void apply(const SnapshotUpdate& update);
    virtual void setFilter(const Filter& filter);
    virtual void applySettings(const SettingsValues& values);
    /// What the user has done with the alerts has changed: rows are highlighted accordingly.
    virtual void setAlertMarks(const AlertMarksPtr& marks);
    /// Another registry is active. The window applies the filter again and has the sockets assessed
    /// again.
    virtual void onRegistryChanged();

    /// The number next to the title in the tab; countChanged() reports a change.
    [[nodiscard]] virtual std::optional<int> count() const { return std::nullopt; }
    /// Whether the page shows its data, or there will not be any more; a screenshot of the page
    /// waits for this.
    [[nodiscard]] virtual bool isReady() const { return true; }
    /// Whether the filter bar and the details panel are used with this page.
    [[nodiscard]] virtual bool hasFilter() const { return true; }
    [[nodiscard]] virtual bool hasDetails() const { return true; }

    /// The widget that gets the focus and handles the keys of rows.
    [[nodiscard]] virtual QWidget& focusTarget() { return *this; }
    /// What the search of the page finds, for the hint in its field; empty for a page without one.
    /// The window shows the field in place of the filter bar.
    [[nodiscard]] virtual QString searchHint() const { return {}; }
    [[nodiscard]] virtual QString search() const { return {}; }
    virtual void setSearch(const QString& text);
    /// Handles Ctrl+F and '/' on a page without filter bar and search.
    virtual void activateSearch() {}
    /// The socket that the details panel describes; null for none. Valid until the next update.
    [[nodiscard]] virtual const SocketRecord* currentSocket() const { return nullptr; }
    /// The port that the panel describes if currentSocket() is null; empty for none.
    [[nodiscard]] virtual std::optional<PortId> currentPort() const { return std::nullopt; }
    /// The target of "End process"; empty if no process is known.
    [[nodiscard]] virtual std::optional<EndTarget> currentEndTarget() const;
    /// The targets of all selected rows; by default currentEndTarget() alone.
    [[nodiscard]] virtual EndRequest endRequest() const;
    /// The text that Ctrl+C copies; empty for none.
    [[nodiscard]] virtual QString selectionText() const { return {}; }
    /// The number of selected rows that selectionText() leaves out, because they are too many for a
    /// clipboard.
    [[nodiscard]] virtual int uncopiedCount() const { return 0; }
    /// Returns the function that writes the file of Ctrl+S; empty for none.
    [[nodiscard]] virtual Exporter exporter() const { return {}; }
    /// The formats that exporter() can write; the first one is the default.
    [[nodiscard]] virtual std::vector<ExportFormat> exportFormats() const;
    /// Makes the row of a local port current; returns whether there is one.
    virtual bool selectPort(Port port);
    /// Called first when Enter is pressed. Returns true if the page handled it and nothing is to be
    /// inspected.
    virtual bool activate() { return false; }
    /// Makes the first row current, if there is one.
    virtual void selectFirst() {}

    /// The state of the page that the settings keep between two runs.
    [[nodiscard]] virtual QByteArray state() const { return {}; }
    /// Restores a state. One that does not fit is ignored.
    virtual void restoreState(const QByteArray& state);

signals:
    void countChanged();
    void currentChanged();
    void menuRequested(const quaywatch::RowContext& context, const QPoint& globalPosition);
    void inspectRequested();
    /// The page itself has changed its search.
    void searchChanged();
    /// Request to clear the filter, or to add a word to it.
    void clearRequested();
    void filterRequested(const QString& word);
    void exportRequested();
    /// Request to show another view with this filter.
    void viewRequested(const QString& view, const QString& filter);
};

}  // namespace quaywatch
