// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/alert_manager.h"

#include "app/alerts/mute_text.h"
#include "app/settings/settings.h"
#include "core/watch/alert_rate_limiter.h"
#include "core/watch/alert_text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace quaywatch {
namespace {

/// More mutes than a person creates by hand. Of a file with more, only the first ones are used.
constexpr qsizetype kMaxMutes = 500;

/// Returns the parts of a summary alert, or the alert itself.
std::vector<Alert> partsOf(const Alert& alert)
{
    return alert.parts ? *alert.parts : std::vector<Alert>{alert};
}

bool wasDealtWith(const Alert& alert, const AlertStates& records)
{
    const AlertState* before = records.before(alert);
    return before != nullptr && before->isAcknowledged;
}

/// @param rule  Rule of the summary alert that contained these alerts.
Alert summedUpAs(WatchRule rule, const std::vector<Alert>& some)
{
    if (rule == WatchRule::AlertBurst && some.size() > 1) {
        return sumUp(some);
    }
    return AlertRateLimiter::passFirst(some).front();
}

/// Splits an alert into those to be shown. The parts of a summary that were dealt with in an
/// earlier run are separated from the new ones.
std::vector<Alert> byWhatWasDealtWith(const Alert& alert, const AlertStates& records)
{
    // A part that is not in the list counts as new.
    if (!alert.parts || alert.isRepeat || alert.parts->size() != alert.count) {
        return {alert};
    }
    std::vector<Alert> dealtWith = *alert.parts;
    const auto firstNews = std::stable_partition(
        dealtWith.begin(), dealtWith.end(),
        [&records](const Alert& part) { return wasDealtWith(part, records); });
    if (firstNews == dealtWith.begin() || firstNews == dealtWith.end()) {
        return {alert};
    }
    std::vector<Alert> news(firstNews, dealtWith.end());
    dealtWith.erase(firstNews, dealtWith.end());
    return {summedUpAs(alert.rule, dealtWith), summedUpAs(alert.rule, news)};
}

/// What an earlier run knew about the alert: when its first part was first seen, and whether all
/// parts were dealt with.
std::optional<AlertList::Past> pastOf(const Alert& alert, const std::vector<Alert>& parts,
                                      const AlertStates& records)
{
    std::optional<AlertList::Past> past;
    for (const Alert& part : parts) {
        if (const AlertState* before = records.before(part)) {
            past = AlertList::Past{
                past ? std::min(past->firstSeen, before->firstSeen) : before->firstSeen, false};
        }
    }
    if (past) {
        const bool isWhole = !alert.parts || parts.size() == alert.count;
        past->isAcknowledged =
            isWhole && std::all_of(parts.begin(), parts.end(), [&records](const Alert& part) {
                return wasDealtWith(part, records);
            });
    }
    return past;
}

}  // namespace

AlertManager::AlertManager(Settings& settings, const std::string& path, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_file(path)
{
    connect(&m_file, &AlertFile::problemFound, this, &AlertManager::problemFound);
    m_records = m_file.read();
    std::vector<Mute> mutes;
    for (const QString& text :
         settings.values().mutes.first(std::min(kMaxMutes, settings.values().mutes.size()))) {
        if (const auto mute = MuteText::parsed(text)) {
            mutes.push_back(*mute);
        }
    }
    m_book.setMutes(std::move(mutes));
}

AlertManager::~AlertManager() = default;

void AlertManager::follow(const SnapshotUpdate& update)
{
    if (m_records.follow(update)) {
        keepRecords();
    }
}

void AlertManager::add(const std::vector<Alert>& alerts)
{
    if (alerts.empty()) {
        return;
    }
    std::vector<std::uint64_t> worthReporting;
    for (const Alert& alert : alerts) {
        for (const Alert& each : byWhatWasDealtWith(alert, m_records)) {
            if (const std::uint64_t id = take(each); id != 0) {
                worthReporting.push_back(id);
            }
        }
    }
    keepRecords();
    reportChange();
    for (const std::uint64_t id : worthReporting) {
        // A full book may already have dropped the oldest of many.
        if (const AlertEntry* entry = m_book.find(id)) {
            emit reported(AlertEntry(*entry));
        }
    }
}

std::uint64_t AlertManager::take(const Alert& alert)
{
    const std::vector<Alert> parts = partsOf(alert);
    const auto past = pastOf(alert, parts, m_records);
    const AlertList::Added added = m_book.add(alert, past);
    const AlertEntry* entry = m_book.find(added.id);
    for (const Alert& part : parts) {
        const AlertState* known = m_records.before(part);
        AlertState record;
        record.firstSeen = known != nullptr ? known->firstSeen
                           : added.isNew    ? part.at
                                            : entry->firstSeen;
        record.isAcknowledged = entry->isAcknowledged;
        record.entry = added.id;
        m_records.note(part, record);
    }
    return added.shouldReport ? added.id : 0;
}

int AlertManager::unreadCount() const noexcept
{
    return static_cast<int>(m_book.unreadCount());
}

void AlertManager::acknowledge(const std::vector<std::uint64_t>& ids)
{
    for (const std::uint64_t id : ids) {
        m_book.acknowledge(id);
        m_records.acknowledge(id);
    }
    keepRecords();
    reportChange();
}

void AlertManager::acknowledgeAll()
{
    m_book.acknowledgeAll();
    for (const AlertEntry& entry : m_book.entries()) {
        m_records.acknowledge(entry.id);
    }
    keepRecords();
    reportChange();
}

void AlertManager::mute(const Mute& mute)
{
    m_book.mute(mute);
    keepMutes();
    reportChange();
}

void AlertManager::unmute(const Mute::Scope& scope)
{
    m_book.unmute(scope);
    keepMutes();
    reportChange();
}

void AlertManager::dropExpired(Time now)
{
    const std::size_t before = m_book.mutes().size();
    m_book.dropExpired(now);
    if (m_book.mutes().size() != before) {
        keepMutes();
    }
}

void AlertManager::reportChange()
{
    emit changed();
    const int unread = unreadCount();
    if (std::exchange(m_unread, unread) != unread) {
        emit unreadChanged(unread);
    }
}

void AlertManager::keepMutes()
{
    QStringList texts;
    for (const Mute& mute : m_book.mutes()) {
        texts.append(MuteText::written(mute));
    }
    m_settings.change([&texts](SettingsValues& values) { values.mutes = texts; });
    emit mutesChanged();
}

void AlertManager::keepRecords()
{
    m_file.keep(m_records);
}

}  // namespace quaywatch
