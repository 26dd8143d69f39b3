// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_rate_limiter.h"

#include "core/message/message_list.h"
#include "core/watch/alert_text.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxRepeats = 100;
constexpr std::size_t kMaxSuppressed = 1000;
/// How often a burst that continues is reported again, if there are more alerts.
constexpr WatchClock::Time kReportAgainAfter = std::chrono::minutes(10);

}  // namespace

std::vector<Alert> AlertRateLimiter::passFirst(std::vector<Alert> alerts)
{
    if (alerts.size() <= 1) {
        return alerts;
    }
    Alert sum = sumUp(alerts);
    // The alert gets the rule of the most severe one: "many" means that alerts came at once, but
    // these sockets existed before.
    const auto gravest =
        std::max_element(alerts.begin(), alerts.end(),
                         [](const Alert& a, const Alert& b) { return a.severity < b.severity; });
    sum.rule = gravest->rule;
    return {std::move(sum)};
}

std::vector<Alert> AlertRateLimiter::admit(std::vector<Alert> alerts, Time now,
                                           std::chrono::system_clock::time_point at,
                                           const WatchRules& rules)
{
    const auto firstRepeat = std::stable_partition(
        alerts.begin(), alerts.end(), [](const Alert& alert) { return !alert.isRepeat; });
    std::vector<Alert> repeats(std::make_move_iterator(firstRepeat),
                               std::make_move_iterator(alerts.end()));
    alerts.erase(firstRepeat, alerts.end());
    if (repeats.size() > kMaxRepeats) {
        repeats.erase(repeats.begin() + kMaxRepeats, repeats.end());
    }
    if (m_isOn && (isOver(now, rules) || now - m_lastReported >= kReportAgainAfter)) {
        if (!m_keptBack.empty()) {
            m_lastReported = now;
        }
        flushSuppressed(repeats, at);
        m_isOn = !isOver(now, rules);
    }
    note(alerts.size(), now, rules);
    std::vector<Alert> reported;
    if (m_isOn) {
        reported = continueBurst(std::move(alerts), now, rules);
    } else if (!alerts.empty() && !isOver(now, rules)) {
        reported = begin(alerts, now);
    } else {
        reported = std::move(alerts);
    }
    std::move(repeats.begin(), repeats.end(), std::back_inserter(reported));
    return reported;
}

std::vector<Alert> AlertRateLimiter::begin(const std::vector<Alert>& alerts, Time now)
{
    Alert sum = sumUp(alerts);
    sum.evidence.emplace_back(MessageId::FurtherAlertsCombined);
    m_isOn = true;
    m_severity = sum.severity;
    m_lastReported = now;
    return {std::move(sum)};
}

std::vector<Alert> AlertRateLimiter::continueBurst(std::vector<Alert> alerts, Time now,
                                                   const WatchRules& rules)
{
    const auto rest =
        std::stable_partition(alerts.begin(), alerts.end(),
                              [this](const Alert& alert) { return alert.severity > m_severity; });
    for (auto alert = rest; alert != alerts.end(); ++alert) {
        ++m_keptBackCount;
        if (m_keptBack.size() < kMaxSuppressed) {
            m_keptBack.push_back(std::move(*alert));
        }
    }
    alerts.erase(rest, alerts.end());
    if (alerts.empty()) {
        return alerts;
    }
    if (alerts.size() > rules.alertsPerWindow) {
        return begin(alerts, now);
    }
    m_lastReported = now;
    for (const Alert& alert : alerts) {
        m_severity = std::max(m_severity, alert.severity);
    }
    return alerts;
}

void AlertRateLimiter::note(std::size_t count, Time now, const WatchRules& rules)
{
    const std::size_t tooMany = rules.alertsPerWindow + 1;
    m_recent.insert(m_recent.end(), std::min(count, tooMany), now);
    while (m_recent.size() > tooMany) {
        m_recent.pop_front();
    }
}

bool AlertRateLimiter::isOver(Time now, const WatchRules& rules) const
{
    return m_recent.size() <= rules.alertsPerWindow || now - m_recent.front() >= rules.window;
}

std::vector<Alert> AlertRateLimiter::takeHeldBack(std::chrono::system_clock::time_point at)
{
    std::vector<Alert> reported;
    flushSuppressed(reported, at);
    return reported;
}

void AlertRateLimiter::flushSuppressed(std::vector<Alert>& reported,
                                       std::chrono::system_clock::time_point at)
{
    if (m_keptBack.empty()) {
        return;
    }
    Alert sum = sumUp(m_keptBack, m_keptBackCount);
    sum.isRepeat = true;
    sum.at = at;  // Its parts have their own times.
    reported.push_back(std::move(sum));
    m_keptBack.clear();
    m_keptBackCount = 0;
}

}  // namespace quaywatch
