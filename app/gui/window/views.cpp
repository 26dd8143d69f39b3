// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/views.h"

#include "app/gui/alerts/alerts_page.h"
#include "app/gui/charts/charts_page.h"
#include "app/gui/history/history_page.h"
#include "app/gui/port_map/port_map_page.h"
#include "app/gui/sockets/connections_page.h"
#include "app/gui/sockets/listeners_page.h"
#include "app/monitor/monitor_controller.h"
#include "app/text/count_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::array kViews{
    View{"listeners"_L1, QT_TRANSLATE_NOOP("View", "Listeners"),
         [](const PageContext& context, QWidget* parent) -> Page* {
             return new ListenersPage(context.monitor.activity(), context.monitor.traffic(),
                                      parent);
         },
         [] { return CountText::filtered(CountText::listening()); }},
    View{"connections"_L1, QT_TRANSLATE_NOOP("View", "Connections"),
         [](const PageContext&, QWidget* parent) -> Page* { return new ConnectionsPage(parent); },
         [] { return CountText::filtered(CountText::connections()); }},
    View{"alerts"_L1, QT_TRANSLATE_NOOP("View", "Alerts"),
         [](const PageContext& context, QWidget* parent) -> Page* {
             return new AlertsPage(context.alerts, parent);
         },
         &CountText::unreadAlerts},
    View{"map"_L1, QT_TRANSLATE_NOOP("View", "Port map"),
         [](const PageContext&, QWidget* parent) -> Page* { return new PortMapPage(parent); }},
    View{"charts"_L1, QT_TRANSLATE_NOOP("View", "Charts"),
         [](const PageContext& context, QWidget* parent) -> Page* {
             return new ChartsPage(context.monitor.traffic(), context.history, parent);
         }},
    View{"history"_L1, QT_TRANSLATE_NOOP("View", "History"),
         [](const PageContext& context, QWidget* parent) -> Page* {
             return new HistoryPage(context.history, context.settings, parent);
         }},
};

}  // namespace

std::span<const View> views()
{
    return kViews;
}

QString viewTitle(const View& view)
{
    return QCoreApplication::translate("View", view.title);
}

QString viewTip(const View& view)
{
    return view.count != nullptr ? view.count() : QString();
}

std::optional<int> viewIndex(QStringView name)
{
    const auto* const found = std::find_if(kViews.begin(), kViews.end(),
                                           [name](const View& view) { return view.name == name; });
    return found != kViews.end() ? std::optional(static_cast<int>(found - kViews.begin()))
                                 : std::nullopt;
}

QStringList viewNames()
{
    QStringList names;
    for (const View& view : kViews) {
        names.append(view.name);
    }
    return names;
}

}  // namespace quaywatch
