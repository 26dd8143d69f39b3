// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/watcher.h"

#include "core/sockets/close_index.h"
#include "core/watch/alert_deduplicator.h"
#include "core/watch/alert_rate_limiter.h"
#include "core/watch/close_wait.h"
#include "core/watch/connection_rules.h"
#include "core/watch/listener_rules.h"
#include "core/watch/port_ownership_tracker.h"
#include "core/watch/service_key.h"
#include "core/watch/watch_clock.h"

#include <chrono>
#include <set>
#include <string>
#include <utility>

namespace quaywatch {

class Watcher::Engine {
public:
    explicit Engine(WatchRules rules)
        : m_rules(std::move(rules))
    {
    }

    void setRules(const WatchRules& rules)
    {
        m_isBaselineNew = m_isBaselineNew || (rules.hasBaseline && !m_rules.hasBaseline);
        m_rules = rules;
    }
    void setFilter(Filter filter) { m_filter = std::move(filter); }

    std::vector<Alert> observe(const SnapshotUpdate& update)
    {
        const WatchClock::Time now = m_clock.advanceTo(update.after->takenAt);
        m_memory.beginPoll(now, update.after->takenAt, m_rules.forgetAfter);
        followRenamed(update);
        const bool isBaselineNew = std::exchange(m_isBaselineNew, false) && !update.isFirst;
        const FindingSink sink = [&](Finding finding) {
            // A user who creates the first baseline has just seen the listeners.
            if (isBaselineNew && finding.rule == WatchRule::NewListener &&
                findSocketRow(*update.before, finding.socket->key) != nullptr) {
                finding.isSilent = true;
            }
            take(finding);
        };
        findInSteps(update, now, sink);
        findInRows(update, now, sink);
        std::vector<Alert> alerts = m_memory.endPoll();
        return update.isFirst
                   ? AlertRateLimiter::passFirst(std::move(alerts))
                   : m_rateLimiter.admit(std::move(alerts), now, update.after->takenAt, m_rules);
    }

    std::vector<Alert> finish(std::chrono::system_clock::time_point at)
    {
        return m_rateLimiter.takeHeldBack(at);
    }

    [[nodiscard]] std::size_t memorySize() const noexcept
    {
        return m_memory.size() + m_holders.size() + m_closeWait.size();
    }

private:
    void take(const Finding& finding)
    {
        if (m_rules.isOn(finding.rule) && m_filter.matches(*finding.socket)) {
            m_memory.take(finding);
        }
    }

    /// A socket whose owner is read better than before (it was between fork and exec) gets another
    /// key; that alone must not be reported as new.
    void followRenamed(const SnapshotUpdate& update)
    {
        forEachRow(*update.after, update.steps.changed, [&](const SocketRecord& row) {
            const SocketRecord* was =
                row.isListener() ? findSocketRow(*update.before, row.key) : nullptr;
            if (was != nullptr) {
                alias(serviceKeyOf(*was), serviceKeyOf(row));
                alias(programKeyOf(*was), programKeyOf(row));
            }
        });
    }

    void alias(const std::string& from, const std::string& to)
    {
        for (std::size_t i = 0; from != to && i < kWatchRuleCount; ++i) {
            const auto rule = static_cast<WatchRule>(i);
            m_memory.alias(dedupKeyFor(rule, from), dedupKeyFor(rule, to));
        }
    }

    void findInSteps(const SnapshotUpdate& update, WatchClock::Time now, const FindingSink& sink)
    {
        m_reportedByStep.clear();
        for (Finding& finding : m_holders.observe(update, now, m_rules)) {
            if (m_rules.isOn(finding.rule)) {
                m_reportedByStep.insert(serviceKeyOf(*finding.socket));
                sink(std::move(finding));
            }
        }
    }

    void findInRows(const SnapshotUpdate& update, WatchClock::Time now, const FindingSink& sink)
    {
        const ConnectionRules connections(*update.after, m_memory);
        std::vector<const SocketRecord*> unexpected;
        for (const SocketRecord& row : update.after->sockets) {
            if (row.isListener()) {
                const bool isReported =
                    !m_reportedByStep.empty() && m_reportedByStep.contains(serviceKeyOf(row));
                const SocketRecord* was = !update.isFirst && needsEarlierRow(row)
                                              ? findSocketRow(*update.before, row.key)
                                              : nullptr;
                findInListener(row, m_rules, {isReported, update.isFirst, was}, sink);
            } else if (row.assessment.verdict == Verdict::Unexpected) {
                unexpected.push_back(&row);
            }
            if (row.state == SocketState::CloseWait) {
                m_closeWait.count(row);
            }
        }
        // After the listeners, because connections are reported with these.
        for (const SocketRecord* connection : unexpected) {
            connections.findInConnection(*connection, sink);
        }
        if (update.closes && !update.isFirst) {
            connections.findInCloses(*update.closes, sink);
        }
        m_closeWait.find(now, m_rules, sink);
    }

    WatchRules m_rules;
    bool m_isBaselineNew = false;  ///< Since the last poll.
    Filter m_filter;
    WatchClock m_clock;
    AlertDeduplicator m_memory;
    PortOwnershipTracker m_holders;
    CloseWaitRule m_closeWait;
    AlertRateLimiter m_rateLimiter;
    std::set<std::string> m_reportedByStep;  ///< Services with a finding of m_holders.
};

Watcher::Watcher(const WatchRules& rules)
    : m_engine(std::make_unique<Engine>(rules))
{
}

Watcher::Watcher(Watcher&&) noexcept = default;
Watcher& Watcher::operator=(Watcher&&) noexcept = default;
Watcher::~Watcher() = default;

void Watcher::setRules(const WatchRules& rules)
{
    m_engine->setRules(rules);
}

void Watcher::setFilter(Filter filter)
{
    m_engine->setFilter(std::move(filter));
}

std::vector<Alert> Watcher::observe(const SnapshotUpdate& update)
{
    return m_engine->observe(update);
}

std::vector<Alert> Watcher::finish(std::chrono::system_clock::time_point at)
{
    return m_engine->finish(at);
}

std::size_t Watcher::memorySize() const noexcept
{
    return m_engine->memorySize();
}

}  // namespace quaywatch
