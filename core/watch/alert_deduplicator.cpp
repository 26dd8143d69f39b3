// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_deduplicator.h"

#include "core/watch/service_key.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

void addEvidence(Alert& alert, const std::vector<std::string>& evidence)
{
    for (const std::string& line : evidence) {
        if (alert.evidence.size() < Alert::kMaxEvidence &&
            std::find(alert.evidence.begin(), alert.evidence.end(), line) == alert.evidence.end()) {
            alert.evidence.push_back(line);
        }
    }
}

}  // namespace

void AlertDeduplicator::beginLook(Time now, std::chrono::system_clock::time_point at,
                                  Time forgetAfter) noexcept
{
    ++m_look;
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
    Entry& dedupKey = found->second;
    if (!isNew && dedupKey.lastLook == m_look) {
        if (dedupKey.alert != kNotReported && !finding.peer) {
            m_alerts[dedupKey.alert].count += finding.count;
            addEvidence(m_alerts[dedupKey.alert], finding.evidence);
        }
        addPeer(dedupKey, finding);
        return;
    }
    const bool isContinued = !isNew && dedupKey.lastLook + 1 == m_look;
    if (!isContinued) {
        dedupKey.since = m_now;
        dedupKey.looks = 0;
        dedupKey.isReported = dedupKey.isReported && m_now - dedupKey.lastSeen <= m_forgetAfter;
    }
    dedupKey.lastSeen = m_now;
    dedupKey.lastLook = m_look;
    dedupKey.alert = kNotReported;
    ++dedupKey.looks;
    if (finding.isSilent) {
        dedupKey.isReported = true;
    } else if (dedupKey.isReported) {
        if (!isContinued) {
            tell(dedupKey, finding, true);
        }
    } else if (m_now - dedupKey.since >= finding.heldFor && dedupKey.looks >= finding.looks) {
        tell(dedupKey, finding, false);
    }
    addPeer(dedupKey, finding);
}

/// Adds another remote address that connected to a reported service. Each address is reported once.
void AlertDeduplicator::addPeer(Entry& dedupKey, const Finding& finding)
{
    if (!finding.peer || !dedupKey.isReported || dedupKey.peers.size() >= kMaxPeers ||
        std::find(dedupKey.peers.begin(), dedupKey.peers.end(), *finding.peer) !=
            dedupKey.peers.end()) {
        return;
    }
    dedupKey.peers.push_back(*finding.peer);
    if (dedupKey.alert == kNotReported) {
        tell(dedupKey, finding, true);
    } else {
        addEvidence(m_alerts[dedupKey.alert], finding.evidence);
    }
}

void AlertDeduplicator::tell(Entry& dedupKey, const Finding& finding, bool isRepeat)
{
    dedupKey.isReported = true;
    dedupKey.alert = m_alerts.size();
    if (dedupKey.key.empty()) {
        dedupKey.key = alertKeyOf(finding.rule, *finding.socket);
    }
    Alert& alert = m_alerts.emplace_back();
    alert.severity = finding.severity;
    alert.rule = finding.rule;
    alert.key = dedupKey.key;
    alert.reason = finding.reason;
    alert.count = finding.count;
    alert.socket = std::make_shared<const SocketRecord>(*finding.socket);
    alert.at = m_at;
    alert.isRepeat = isRepeat;
    addEvidence(alert, finding.evidence);
}

std::vector<Alert> AlertDeduplicator::endLook()
{
    const bool isFull = m_entries.size() >= kMaximum;
    if (m_now - m_lastSweep >= m_forgetAfter / 8 || (isFull && m_look - m_lastSweepLook >= 16)) {
        sweep(isFull);
    }
    return std::exchange(m_alerts, {});
}

/// Forgets the subjects that were absent for m_forgetAfter; if the table is full, sooner.
void AlertDeduplicator::sweep(bool isFull)
{
    m_lastSweep = m_now;
    m_lastSweepLook = m_look;
    for (Time longest = m_forgetAfter; longest > Time::zero(); longest /= 2) {
        std::erase_if(m_entries, [&](const auto& known) {
            return known.second.lastLook != m_look && m_now - known.second.lastSeen > longest;
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
