// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/export_rows.h"
#include "app/gui/page/row_menu.h"
#include "app/models/listeners/port_groups.h"
#include "app/settings/settings.h"
#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace quaywatch {

/// Makes a file of what a page showed when it was asked; any thread, once.
using Exporter = std::function<QByteArray(ExportFormat)>;

/// What "End process" is about for a socket: whoever listens on its port, or the holder of a
/// connection; empty if that is not known.
[[nodiscard]] std::optional<EndTarget> endTargetOf(const SocketRecord& socket);

/// One view of the window. The window brings every page what is read, filtered and set, whether
/// it is shown or not, and asks the one that is shown what its keys, its details panel and its
/// menus are about. A page overrides what concerns it.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    virtual void apply(const SnapshotUpdate& update);
    virtual void setFilter(const Filter& filter);
    virtual void applySettings(const SettingsValues& values);
    /// Another registry is in force. The window filters anew by itself, and has the sockets judged
    /// anew.
    virtual void onRegistryChanged();

    /// The number beside the title in the tab; countChanged() tells that it is another.
    [[nodiscard]] virtual std::optional<int> count() const { return std::nullopt; }
    /// Whether there is something to see, or never will be more: a picture of the page waits for
    /// it.
    [[nodiscard]] virtual bool isReady() const { return true; }
    /// Whether the filter bar and the details panel have a meaning here.
    [[nodiscard]] virtual bool hasFilter() const { return true; }
    [[nodiscard]] virtual bool hasDetails() const { return true; }

    /// The widget that takes the focus, and the keys of rows with it.
    [[nodiscard]] virtual QWidget& focusTarget() { return *this; }
    /// Ctrl+F and '/' where the filter bar has no meaning.
    virtual void activateSearch() {}
    /// What the details panel tells of; null for nothing. Valid until the next update.
    [[nodiscard]] virtual const SocketRecord* currentSocket() const { return nullptr; }
    /// The port that the panel explains where currentSocket() is null; empty for none.
    [[nodiscard]] virtual std::optional<PortId> currentPort() const { return std::nullopt; }
    /// What "End process" is about; empty if nobody is known.
    [[nodiscard]] virtual std::optional<EndTarget> currentEndTarget() const;
    /// What Ctrl+C copies; empty for nothing.
    [[nodiscard]] virtual QString selectionText() const { return {}; }
    /// How many selected rows that leaves out, because they are too many for a clipboard.
    [[nodiscard]] virtual int uncopiedCount() const { return 0; }
    /// What Ctrl+S writes; empty for nothing.
    [[nodiscard]] virtual Exporter exporter() const { return {}; }
    /// The forms it can be written in; the first is what is meant if nothing else is said.
    [[nodiscard]] virtual std::vector<ExportFormat> exportFormats() const;
    /// Makes what stands for a local port current; whether there is such a thing.
    virtual bool selectPort(Port port);
    /// What Enter does first; whether the page did something, and nothing is to be inspected.
    virtual bool activate() { return false; }
    /// Makes the first row current, if there is one.
    virtual void selectFirst() {}

    /// What the settings keep of the page from one start to the next.
    [[nodiscard]] virtual QByteArray state() const { return {}; }
    /// A state that does not fit leaves the page as it is at first.
    virtual void restoreState(const QByteArray& state);

signals:
    void countChanged();
    void currentChanged();
    void menuRequested(const quaywatch::RowContext& context, const QPoint& globalPosition);
    void inspectRequested();
    /// The filter is to be cleared, or to have a word more.
    void clearRequested();
    void filterRequested(const QString& word);
    void exportRequested();
    /// Another view is to be shown, under this filter.
    void viewRequested(const QString& view, const QString& filter);
};

}  // namespace quaywatch
