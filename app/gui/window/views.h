// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

class QWidget;

namespace quaywatch {

class AlertKeeper;
class HistoryController;
class MonitorController;
class Page;
class RegistryKeeper;
class Settings;

/// What the window and its pages may use of the program; all of it outlives them.
struct PageContext {
    MonitorController& monitor;
    Settings& settings;
    HistoryController* history = nullptr;  ///< Null where there is none.
    AlertKeeper* alerts = nullptr;         ///< Null where there is none.
    RegistryKeeper* registry = nullptr;    ///< Null where none can be imported.
};

/// A view of the window. The tab bar, the keys (Ctrl+1 and on by position, Ctrl+Tab in a ring),
/// `--view NAME` and the settings all go by the table of views().
struct View {
    QLatin1StringView name;       ///< On the command line and in the settings; never translated.
    const char* title = nullptr;  ///< Of the tab, in English; viewTitle() translates it.
    Page* (*make)(const PageContext& context, QWidget* parent) = nullptr;
};

/// The views in the order of their tabs.
[[nodiscard]] std::span<const View> views();
[[nodiscard]] QString viewTitle(const View& view);
/// The place of a view in views(); empty if there is none of that name.
[[nodiscard]] std::optional<int> viewIndex(QStringView name);
[[nodiscard]] QStringList viewNames();

}  // namespace quaywatch
