// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_memory.h"

#include "core/watch/service_key.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

void addEvidence(Alert& alert, const std::vector<std::string>& evidence)
{
    for (const std::string& line : evidence) {
        if (alert.evidence.size() < Alert::kMostEvidence &&
            std::find(alert.evidence.begin(), alert.evidence.end(), line) == alert.evidence.end()) {
            alert.evidence.push_back(line);
        }
    }
}

}  // namespace

void AlertMemory::beginLook(Time now, std::chrono::system_clock::time_point at,
                            Time forgetAfter) noexcept
{
    ++m_look;
    m_now = now;
    m_at = at;
    m_forgetAfter = forgetAfter;
}

void AlertMemory::take(const Finding& finding)
{
    auto found = m_matters.find(finding.matter);
    const bool isNew = found == m_matters.end();
    if (isNew) {
        if (m_matters.size() >= kMost) {
            return;
        }
        found = m_matters.emplace(finding.matter, Matter{}).first;
    }
    Matter& matter = found->second;
    if (!isNew && matter.lastLook == m_look) {
        if (matter.alert != kNotTold && !finding.peer) {
            m_alerts[matter.alert].count += finding.count;
            addEvidence(m_alerts[matter.alert], finding.evidence);
        }
        addPeer(matter, finding);
        return;
    }
    const bool isContinued = !isNew && matter.lastLook + 1 == m_look;
    if (!isContinued) {
        matter.since = m_now;
        matter.looks = 0;
        matter.isTold = matter.isTold && m_now - matter.lastSeen <= m_forgetAfter;
    }
    matter.lastSeen = m_now;
    matter.lastLook = m_look;
    matter.alert = kNotTold;
    ++matter.looks;
    if (finding.isSilent) {
        matter.isTold = true;
    } else if (matter.isTold) {
        if (!isContinued) {
            tell(matter, finding, true);
        }
    } else if (m_now - matter.since >= finding.heldFor && matter.looks >= finding.looks) {
        tell(matter, finding, false);
    }
    addPeer(matter, finding);
}

/// Somebody else connected to what was told: more of it, but each far end only once.
void AlertMemory::addPeer(Matter& matter, const Finding& finding)
{
    if (!finding.peer || !matter.isTold || matter.peers.size() >= kMostPeers ||
        std::find(matter.peers.begin(), matter.peers.end(), *finding.peer) != matter.peers.end()) {
        return;
    }
    matter.peers.push_back(*finding.peer);
    if (matter.alert == kNotTold) {
        tell(matter, finding, true);
    } else {
        addEvidence(m_alerts[matter.alert], finding.evidence);
    }
}

void AlertMemory::tell(Matter& matter, const Finding& finding, bool isRepeat)
{
    matter.isTold = true;
    matter.alert = m_alerts.size();
    if (matter.key.empty()) {
        matter.key = alertKeyOf(finding.rule, *finding.socket);
    }
    Alert& alert = m_alerts.emplace_back();
    alert.severity = finding.severity;
    alert.rule = finding.rule;
    alert.key = matter.key;
    alert.reason = finding.reason;
    alert.count = finding.count;
    alert.socket = std::make_shared<const SocketRecord>(*finding.socket);
    alert.at = m_at;
    alert.isRepeat = isRepeat;
    addEvidence(alert, finding.evidence);
}

std::vector<Alert> AlertMemory::endLook()
{
    const bool isFull = m_matters.size() >= kMost;
    if (m_now - m_lastSweep >= m_forgetAfter / 8 || (isFull && m_look - m_lastSweepLook >= 16)) {
        sweep(isFull);
    }
    return std::exchange(m_alerts, {});
}

/// Forgets what was away for so long; sooner, if there would be no room for what is new.
void AlertMemory::sweep(bool isFull)
{
    m_lastSweep = m_now;
    m_lastSweepLook = m_look;
    for (Time longest = m_forgetAfter; longest > Time::zero(); longest /= 2) {
        std::erase_if(m_matters, [&](const auto& known) {
            return known.second.lastLook != m_look && m_now - known.second.lastSeen > longest;
        });
        if (!isFull || m_matters.size() < kMost / 4 * 3) {
            break;
        }
    }
}

void AlertMemory::alias(const std::string& from, const std::string& to)
{
    const auto known = m_matters.find(from);
    if (known != m_matters.end() && from != to && m_matters.size() < kMost) {
        m_matters.try_emplace(to, known->second);
    }
}

std::string AlertMemory::findByPrefix(const std::string& prefix) const
{
    const auto found = m_matters.lower_bound(prefix);
    return found != m_matters.end() && found->first.starts_with(prefix) ? found->first
                                                                        : std::string{};
}

}  // namespace quaywatch
