// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitor/monitor.h"

#include <memory>
#include <utility>

namespace quaywatch {

Monitor::Monitor(SystemAccess access, BaselineReloader baseline)
    : m_access(std::move(access))
    , m_baseline(std::move(baseline))
{
    applyRules();
}

Result<MonitorUpdate> Monitor::poll()
{
    if (Result<void> opened = open(); !opened) {
        return tl::unexpected(std::move(opened).error());
    }
    if (m_baseline.refresh()) {
        applyBaseline();
    }
    Result<SnapshotUpdate> update = m_sampler->sample();
    if (!update) {
        return tl::unexpected(std::move(update).error());
    }
    std::vector<Alert> alerts = m_watcher.observe(*update);
    return MonitorUpdate{*std::move(update), std::move(alerts)};
}

std::vector<Alert> Monitor::finish()
{
    const SnapshotPtr last = current();
    return last ? m_watcher.finish(last->takenAt) : std::vector<Alert>{};
}

SnapshotPtr Monitor::current() const noexcept
{
    return m_sampler ? m_sampler->current() : nullptr;
}

void Monitor::setRules(const WatchRules& rules)
{
    m_rules = rules;
    applyRules();
}

void Monitor::setFilter(Filter filter)
{
    m_watcher.setFilter(std::move(filter));
}

void Monitor::setMissingBaseline(Gap gap)
{
    m_missingBaseline = std::move(gap);
    applyBaseline();
}

Result<void> Monitor::open()
{
    if (m_sampler) {
        return {};
    }
    Result<std::unique_ptr<SocketSource>> source = m_access.openSource();
    if (!source) {
        return tl::unexpected(std::move(source).error());
    }
    m_sampler.emplace(*std::move(source), m_access.askRpcbind, m_access.evidence);
    if (m_access.openCloseEvents) {
        m_sampler->watchCloses(m_access.openCloseEvents());
    }
    applyBaseline();
    return {};
}

void Monitor::applyBaseline()
{
    if (m_sampler) {
        std::vector<Gap> problems = m_baseline.problems();
        if (m_missingBaseline && !m_baseline.current()) {
            problems.push_back(*m_missingBaseline);
        }
        m_sampler->setBaseline(m_baseline.current(), std::move(problems));
    }
    applyRules();
}

/// A baseline without entries expects nothing: each listener is new then, as `check` reports it.
void Monitor::applyRules()
{
    WatchRules rules = m_rules;
    rules.hasBaseline = m_baseline.current() != nullptr;
    rules.baseline = m_baseline.current();
    m_watcher.setRules(rules);
}

}  // namespace quaywatch
