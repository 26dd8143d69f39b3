// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/close_wait.h"

#include "core/message/message_list.h"
#include "core/watch/alert_text.h"
#include "core/watch/service_key.h"

#include <utility>

namespace quaywatch {

void CloseWaitRule::count(const SocketRecord& connection)
{
    Count& count = connection.ownerSet ? m_counts[connection.ownerSet.get()]
                                       : m_hidden[programKeyOf(connection)];
    if (count.connections++ == 0) {
        count.first = &connection;
    }
}

void CloseWaitRule::find(Time now, const WatchRules& rules, const FindingSink& sink)
{
    std::map<std::string, Count> programs = std::exchange(m_hidden, {});
    for (const auto& [owners, count] : std::exchange(m_counts, {})) {
        Count& all =
            programs.try_emplace(programKeyOf(*count.first), Count{0, count.first}).first->second;
        all.connections += count.connections;
    }
    std::map<std::string, Pile> piles;
    for (const auto& [program, count] : programs) {
        if (count.connections < rules.closeWaitCount) {
            continue;
        }
        const auto known = m_piles.find(program);
        const Pile pile = known != m_piles.end() ? known->second : Pile{now, count.connections};
        piles.emplace(program, pile);
        if (now - pile.since < rules.closeWaitFor || count.connections <= pile.countAtFirst) {
            continue;
        }
        Finding finding;
        finding.rule = WatchRule::CloseWaitPileUp;
        finding.severity = Severity::Medium;
        finding.dedupKey = dedupKeyFor(finding.rule, program);
        finding.socket = count.first;
        finding.count = count.connections;
        finding.reason =
            Message(MessageId::LeaksConnections, describeOwner(*count.first), count.connections);
        sink(std::move(finding));
    }
    m_piles = std::move(piles);
}

}  // namespace quaywatch
