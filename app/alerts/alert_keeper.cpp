// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/alert_keeper.h"

#include "app/alerts/mute_text.h"
#include "app/settings/settings.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

/// More than anybody mutes by hand; a file that has more is cut.
constexpr qsizetype kMostMutes = 500;

}  // namespace

AlertKeeper::AlertKeeper(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    std::vector<Mute> mutes;
    for (const QString& text :
         settings.values().mutes.first(std::min(kMostMutes, settings.values().mutes.size()))) {
        if (const auto mute = MuteText::parsed(text)) {
            mutes.push_back(*mute);
        }
    }
    m_book.setMutes(std::move(mutes));
}

void AlertKeeper::add(const std::vector<Alert>& alerts)
{
    if (alerts.empty()) {
        return;
    }
    std::vector<std::uint64_t> worthTelling;
    for (const Alert& alert : alerts) {
        const AlertBook::Added added = m_book.add(alert);
        if (added.shouldTell) {
            worthTelling.push_back(added.id);
        }
    }
    tellChange();
    for (const std::uint64_t id : worthTelling) {
        // A full book may have dropped the oldest of many already.
        if (const AlertEntry* entry = m_book.find(id)) {
            emit told(AlertEntry(*entry));
        }
    }
}

int AlertKeeper::unreadCount() const noexcept
{
    return static_cast<int>(m_book.unreadCount());
}

void AlertKeeper::acknowledge(const std::vector<std::uint64_t>& ids)
{
    for (const std::uint64_t id : ids) {
        m_book.acknowledge(id);
    }
    tellChange();
}

void AlertKeeper::acknowledgeAll()
{
    m_book.acknowledgeAll();
    tellChange();
}

void AlertKeeper::mute(const Mute& mute)
{
    m_book.mute(mute);
    keepMutes();
    tellChange();
}

void AlertKeeper::unmute(const Mute::Scope& scope)
{
    m_book.unmute(scope);
    keepMutes();
    tellChange();
}

void AlertKeeper::dropExpired(Time now)
{
    const std::size_t before = m_book.mutes().size();
    m_book.dropExpired(now);
    if (m_book.mutes().size() != before) {
        keepMutes();
    }
}

void AlertKeeper::tellChange()
{
    emit changed();
    const int unread = unreadCount();
    if (std::exchange(m_unread, unread) != unread) {
        emit unreadChanged(unread);
    }
}

void AlertKeeper::keepMutes()
{
    QStringList texts;
    for (const Mute& mute : m_book.mutes()) {
        texts.append(MuteText::written(mute));
    }
    m_settings.change([&texts](SettingsValues& values) { values.mutes = texts; });
    emit mutesChanged();
}

}  // namespace quaywatch
