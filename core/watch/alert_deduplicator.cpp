// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_deduplicator.h"

#include "core/watch/service_key.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

void addEvidence(Alert& alert, const std::vector<Message>& evidence)
{
    for (const Message& line : evidence) {
        if (alert.evidence.size() < Alert::kMaxEvidence &&
            std::find(alert.evidence.begin(), alert.evidence.end(), line) == alert.evidence.end()) {
            alert.evidence.push_back(line);
        }
    }
}

}  // namespace

void AlertDeduplicator::beginPoll(Time now, std::chrono::system_clock::time_point at,
                                  Time forgetAfter) noexcept
{
    ++m_poll;
    m_now = now;
    m_at = at;
    m_forgetAfter = forgetAfter;
}

void AlertDeduplicator::take(const Finding& finding)
{
    auto found = m_entries.find(finding.dedupKey);
    const bool isNew = found == m_entries.end();
    if (isNew) {
        if (m_entries.size() >= kMaximum) {
            return;
        }
        found = m_entries.emplace(finding.dedupKey, Entry{}).first;
    }
    Entry& entry = found->second;
    if (!isNew && entry.lastPoll == m_poll) {
        if (entry.alert != kNotReported && !finding.peer) {
            m_alerts[entry.alert].count += finding.count;
            addEvidence(m_alerts[entry.alert], finding.evidence);
        }
        addPeer(entry, finding);
        return;
    }
    const bool isContinued = !isNew && entry.lastPoll + 1 == m_poll;
    if (!isContinued) {
        entry.since = m_now;
        entry.polls = 0;
        entry.isReported = entry.isReported && m_now - entry.lastSeen <= m_forgetAfter;
    }
    entry.lastSeen = m_now;
    entry.lastPoll = m_poll;
    entry.alert = kNotReported;
    ++entry.polls;
    if (finding.isSilent) {
        entry.isReported = true;
    } else if (entry.isReported) {
        if (!isContinued) {
            report(entry, finding, true);
        }
    } else if (m_now - entry.since >= finding.heldFor && entry.polls >= finding.polls) {
        report(entry, finding, false);
    }
    addPeer(entry, finding);
}

/// Adds another remote address that connected to a reported service. Each address is reported once.
void AlertDeduplicator::addPeer(Entry& entry, const Finding& finding)
{
    if (!finding.peer || !entry.isReported || entry.peers.size() >= kMaxPeers ||
        std::find(entry.peers.begin(), entry.peers.end(), *finding.peer) != entry.peers.end()) {
        return;
    }
    entry.peers.push_back(*finding.peer);
    if (entry.alert == kNotReported) {
        report(entry, finding, true);
    } else {
        addEvidence(m_alerts[entry.alert], finding.evidence);
    }
}

void AlertDeduplicator::report(Entry& entry, const Finding& finding, bool isRepeat)
{
    entry.isReported = true;
    entry.alert = m_alerts.size();
    if (entry.key.empty()) {
        entry.key = alertKeyOf(finding.rule, *finding.socket);
    }
    Alert& alert = m_alerts.emplace_back();
    alert.severity = finding.severity;
    alert.rule = finding.rule;
    alert.key = entry.key;
    alert.reason = finding.reason;
    alert.count = finding.count;
    alert.socket = std::make_shared<const SocketRecord>(*finding.socket);
    alert.at = m_at;
    alert.isRepeat = isRepeat;
    addEvidence(alert, finding.evidence);
}

std::vector<Alert> AlertDeduplicator::endPoll()
{
    const bool isFull = m_entries.size() >= kMaximum;
    if (m_now - m_lastSweep >= m_forgetAfter / 8 || (isFull && m_poll - m_lastSweepPoll >= 16)) {
        sweep(isFull);
    }
    return std::exchange(m_alerts, {});
}

/// Forgets the subjects that were absent for m_forgetAfter; if the table is full, sooner.
void AlertDeduplicator::sweep(bool isFull)
{
    m_lastSweep = m_now;
    m_lastSweepPoll = m_poll;
    for (Time longest = m_forgetAfter; longest > Time::zero(); longest /= 2) {
        std::erase_if(m_entries, [&](const auto& known) {
            return known.second.lastPoll != m_poll && m_now - known.second.lastSeen > longest;
        });
        if (!isFull || m_entries.size() < kMaximum / 4 * 3) {
            break;
        }
    }
}

void AlertDeduplicator::alias(const std::string& from, const std::string& to)
{
    const auto known = m_entries.find(from);
    if (known != m_entries.end() && from != to && m_entries.size() < kMaximum) {
        m_entries.try_emplace(to, known->second);
    }
}

std::string AlertDeduplicator::findByPrefix(const std::string& prefix) const
{
    const auto found = m_entries.lower_bound(prefix);
    return found != m_entries.end() && found->first.starts_with(prefix) ? found->first
                                                                        : std::string{};
}

}  // namespace quaywatch
