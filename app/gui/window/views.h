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

class AlertManager;
class HistoryController;
class MonitorController;
class Page;
class RegistryManager;
class Settings;

/// The parts of the program that the window and its pages may use; all of them outlive the window.
struct PageContext {
    MonitorController& monitor;
    Settings& settings;
    HistoryController* history = nullptr;  ///< Null if there is none.
    AlertManager* alerts = nullptr;        ///< Null if there is none.
    RegistryManager* registry = nullptr;   ///< Null if none can be imported.
};

/// A view of the window. The tab bar, the keys (Ctrl+1 and following by position, Ctrl+Tab in a
/// cycle), `--view NAME` and the settings all use the table of views().
struct View {
    QLatin1StringView name;       ///< For the command line and the settings; never translated.
    const char* title = nullptr;  ///< Of the tab, in English; viewTitle() translates it.
    Page* (*make)(const PageContext& context, QWidget* parent) = nullptr;
    QString (*count)() = nullptr;  ///< What the number in the tab counts; null: it has none.
};

/// The views in the order of their tabs.
[[nodiscard]] std::span<const View> views();
[[nodiscard]] QString viewTitle(const View& view);
/// What the number in the tab of a view counts; empty if it has none.
[[nodiscard]] QString viewTip(const View& view);
/// The index of a view in views(); empty if there is none with that name.
[[nodiscard]] std::optional<int> viewIndex(QStringView name);
[[nodiscard]] QStringList viewNames();

}  // namespace quaywatch
