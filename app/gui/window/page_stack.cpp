// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/page_stack.h"

#include "app/alerts/alert_manager.h"
#include "app/gui/alerts/alerts_page.h"
#include "app/text/number_text.h"

#include <memory>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

PageStack::PageStack(const PageContext& context, QWidget* parent)
    : QStackedWidget(parent)
{
    for (const View& view : views()) {
        m_pages.push_back(view.make(context, this));
        addWidget(m_pages.back());
    }
    if (const AlertManager* alerts = context.alerts) {
        connect(alerts, &AlertManager::changed, this, [this, alerts] { markAlerts(*alerts); });
        markAlerts(*alerts);
    }
}

void PageStack::markAlerts(const AlertManager& alerts)
{
    const auto marks = std::make_shared<const AlertMarks>(alerts.entries());
    for (Page* page : m_pages) {
        page->setAlertMarks(marks);
    }
}

Page& PageStack::page() const
{
    return *m_pages.at(static_cast<std::size_t>(currentIndex()));
}

QString PageStack::currentView() const
{
    return views()[static_cast<std::size_t>(currentIndex())].name;
}

bool PageStack::showView(QStringView name)
{
    const std::optional<int> index = viewIndex(name);
    if (index) {
        setCurrentIndex(*index);
    }
    return index.has_value();
}

void PageStack::step(int step)
{
    setCurrentIndex((currentIndex() + count() + step) % count());
}

bool PageStack::showAlert(std::uint64_t id)
{
    for (Page* page : m_pages) {
        if (auto* alerts = qobject_cast<AlertsPage*>(page)) {
            setCurrentWidget(alerts);
            alerts->focusTarget().setFocus();
            return alerts->selectAlert(id);
        }
    }
    return false;
}

void PageStack::apply(const SnapshotUpdate& update)
{
    for (Page* page : m_pages) {
        page->apply(update);
    }
}

void PageStack::setFilter(const Filter& filter)
{
    for (Page* page : m_pages) {
        page->setFilter(filter);
    }
}

void PageStack::applySettings(const SettingsValues& values)
{
    for (Page* page : m_pages) {
        page->applySettings(values);
    }
}

void PageStack::onRegistryChanged()
{
    for (Page* page : m_pages) {
        page->onRegistryChanged();
    }
}

void PageStack::restoreState(const SettingsValues& values)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i]->restoreState(values.pages.value(views()[i].name).toByteArray());
    }
}

void PageStack::saveState(SettingsValues& values) const
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        values.pages.insert(views()[i].name, m_pages[i]->state());
    }
    values.view = currentView();
}

QString PageStack::titleOf(int index) const
{
    const auto place = static_cast<std::size_t>(index);
    const QString title = viewTitle(views()[place]);
    const std::optional<int> count = m_pages.at(place)->count();
    return count ? u"%1  %2"_s.arg(title, numberText(static_cast<std::uint64_t>(*count))) : title;
}

}  // namespace quaywatch
