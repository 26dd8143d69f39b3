// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The answers of HistoryWriter. Pending data is written first, so that each answer includes it.

#include "app/history/history_writer.h"

#include "app/history/history_changes.h"

namespace quaywatch {

using Kind = HistoryProblem::Kind;

/// After a broken page or a missing table, the recording process checks the file and sets it aside.
/// Other problems are temporary.
void HistoryWriter::failReading(const HistoryProblem& problem)
{
    const bool mayCheck = !m_lastDamage || !m_now || *m_now < *m_lastDamage ||
                          *m_now - *m_lastDamage >= kHeartbeat;  // not for each request
    if (problem.kind == Kind::Damaged || (problem.kind == Kind::Failed && mayCheck)) {
        fail(problem);
    }
}

HistoryProblem HistoryWriter::currentProblem() const
{
    return m_status.problem.value_or(HistoryProblem{Kind::Failed, {}, {}});
}

void HistoryWriter::askTimeline(LatestOnly::Job job, const HistorySearch& search,
                                const std::optional<HistoryCursor>& after, HistoryTime now)
{
    if (!timelineRequests.isLatest(job)) {
        return;
    }
    flushRunning();
    const bool isOpen = isOpenBy(now);
    TimelineAnswer answer{tl::unexpected(currentProblem()), {}};
    if (isOpen) {
        answer.page = readTimeline(m_store.database(), search, after, kPageSize);
        if (search.ports.size() == 1 && search.words.isEmpty() && !after) {
            const HistorySearch::PortWord& port = search.ports.front();
            const auto traffic = readTraffic(m_store.database(), port.port, port.protocol,
                                             now - std::chrono::hours(24));
            if (traffic) {
                answer.traffic = *traffic;
            }
        }
        if (!answer.page) {
            failReading(answer.page.error());
        }
    }
    emit timelineRead(job, answer);
}

void HistoryWriter::askChanges(LatestOnly::Job job, HistoryTime since, const HistorySearch& search,
                               HistoryTime now)
{
    if (!changesRequests.isLatest(job)) {
        return;
    }
    flush();
    const bool isOpen = isOpenBy(now);
    const ChangesAnswer answer{isOpen ? readChanges(m_store.database(), since, search, kMaxChanges)
                                      : tl::unexpected(currentProblem())};
    if (isOpen && !answer.changes) {
        failReading(answer.changes.error());
    }
    emit changesRead(job, answer);
}

void HistoryWriter::askOverview(HistoryTime now)
{
    flush();
    const bool isOpen = isOpenBy(now);
    const OverviewAnswer answer{isOpen ? readOverview(m_store.database())
                                       : tl::unexpected(currentProblem())};
    if (isOpen && !answer.overview) {
        failReading(answer.overview.error());
    }
    emit overviewRead(answer);
}

void HistoryWriter::askPast(LatestOnly::Job job, const TrafficScope& subject, HistoryTime now)
{
    if (!pastRequests.isLatest(job)) {
        return;
    }
    flushRunning();
    const bool isOpen = isOpenBy(now);
    const PastAnswer answer{
        subject, isOpen ? readPast(m_store.database(), subject, now - std::chrono::hours(24), now)
                        : tl::unexpected(currentProblem())};
    if (isOpen && !answer.minutes) {
        failReading(answer.minutes.error());
    }
    emit pastRead(job, answer);
}

void HistoryWriter::savePoint(const QString& name, HistoryTime at)
{
    if (isOpenBy(at)) {
        static_cast<void>(m_store.savePoint(name, at));
    }
    askOverview(at);
}

void HistoryWriter::forgetPoint(std::int64_t id)
{
    const HistoryTime now = m_now.value_or(HistoryTime());
    if (isOpenBy(now)) {
        static_cast<void>(m_store.forgetPoint(id));
    }
    askOverview(now);
}

}  // namespace quaywatch
