// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_list.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

using Time = std::chrono::system_clock::time_point;

/// Whether a later alert is counted with the entry.
bool isSameSubject(const AlertEntry& entry, const Alert& alert)
{
    if (entry.alert.rule != alert.rule) {
        return false;
    }
    if (alert.rule == WatchRule::AlertBurst) {
        return alert.isRepeat;  // the rest of the burst that the newest entry reports
    }
    return alert.key && entry.alert.key == alert.key;
}

bool speaksOf(const Mute::Scope& scope, const Alert& alert)
{
    if (const auto* port = std::get_if<Mute::OfPort>(&scope)) {
        return alert.socket && (alert.socket->direction == Direction::Outbound
                                    ? alert.socket->key.remotePort
                                    : alert.socket->key.localPort) == port->port;
    }
    if (const auto* program = std::get_if<Mute::OfProgram>(&scope)) {
        return programOf(alert) == program->program;
    }
    if (const auto* identity = std::get_if<Mute::OfIdentity>(&scope)) {
        return alert.key == identity->key;
    }
    return std::get<Mute::OfRule>(scope).rule == alert.rule;
}

bool isOver(const Mute& mute, Time now)
{
    return mute.until && *mute.until <= now;
}

}  // namespace

std::optional<std::string> programOf(const Alert& alert)
{
    if (!alert.socket || alert.socket->owners().empty()) {
        return std::nullopt;
    }
    const ProcessInfo& owner = *alert.socket->owners().front();
    return owner.exe ? executedProgram(owner) : owner.name;
}

AlertList::AlertList(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(capacity, 1))
{
}

AlertList::Added AlertList::add(const Alert& alert, const std::optional<Past>& past)
{
    const bool muted = isMuted(alert, alert.at);
    const auto same =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [&](const AlertEntry& entry) { return isSameSubject(entry, alert); });
    if (same == m_entries.end()) {
        makeRoom();
        AlertEntry entry;
        entry.id = ++m_lastId;
        entry.alert = alert;
        entry.firstSeen = entry.lastSeen = alert.at;
        entry.count = alert.count;
        entry.isMuted = muted;
        if (past) {
            entry.firstSeen = std::min(past->firstSeen, alert.at);
            entry.isAcknowledged = past->isAcknowledged;
        }
        const bool isNews = !muted && !alert.isRepeat && !entry.isAcknowledged;
        m_entries.insert(m_entries.begin(), std::move(entry));
        return {m_lastId, true, isNews};
    }
    same->alert = alert;
    same->lastSeen = alert.at;
    same->count += alert.count;
    same->isMuted = muted;
    const Added added{same->id, false, !muted && !alert.isRepeat};
    if (!alert.isRepeat) {
        same->isAcknowledged = false;
        std::rotate(m_entries.begin(), same, std::next(same));
    }
    return added;
}

const AlertEntry* AlertList::find(std::uint64_t id) const noexcept
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [id](const AlertEntry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::size_t AlertList::unreadCount() const noexcept
{
    return static_cast<std::size_t>(
        std::count_if(m_entries.begin(), m_entries.end(),
                      [](const AlertEntry& entry) { return entry.isUnread(); }));
}

bool AlertList::acknowledge(std::uint64_t id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [id](const AlertEntry& entry) { return entry.id == id; });
    if (found == m_entries.end()) {
        return false;
    }
    found->isAcknowledged = true;
    return true;
}

void AlertList::acknowledgeAll()
{
    for (AlertEntry& entry : m_entries) {
        entry.isAcknowledged = true;
    }
}

void AlertList::mute(Mute mute)
{
    std::erase_if(m_mutes, [&](const Mute& each) { return each.scope == mute.scope; });
    for (AlertEntry& entry : m_entries) {
        entry.isMuted = entry.isMuted || speaksOf(mute.scope, entry.alert);
    }
    m_mutes.push_back(std::move(mute));
}

void AlertList::unmute(const Mute::Scope& scope)
{
    std::erase_if(m_mutes, [&](const Mute& mute) { return mute.scope == scope; });
    for (AlertEntry& entry : m_entries) {
        if (entry.isMuted && speaksOf(scope, entry.alert)) {
            entry.isMuted = std::any_of(m_mutes.begin(), m_mutes.end(), [&](const Mute& mute) {
                return speaksOf(mute.scope, entry.alert);
            });
        }
    }
}

void AlertList::setMutes(std::vector<Mute> mutes)
{
    m_mutes = std::move(mutes);
}

bool AlertList::isMuted(const Alert& alert, Time now) const
{
    return std::any_of(m_mutes.begin(), m_mutes.end(), [&](const Mute& mute) {
        return !isOver(mute, now) && speaksOf(mute.scope, alert);
    });
}

void AlertList::dropExpired(Time now)
{
    std::erase_if(m_mutes, [now](const Mute& mute) { return isOver(mute, now); });
}

void AlertList::makeRoom()
{
    if (m_entries.size() < m_capacity) {
        return;
    }
    // The newest entries come first, so the last acknowledged one is the oldest of them.
    const auto done = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                   [](const AlertEntry& entry) { return entry.isAcknowledged; });
    m_entries.erase(done == m_entries.rend() ? std::prev(m_entries.end()) : std::prev(done.base()));
}

}  // namespace quaywatch
