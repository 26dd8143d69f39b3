// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_writer.h"

#include <algorithm>
#include <iterator>
#include <QFile>
#include <utility>

namespace quaywatch {

using Kind = HistoryProblem::Kind;

namespace {

/// Whether at least this time has passed; also true if the clock was set back.
bool isOver(const std::optional<HistoryTime>& since, HistoryTime now, std::chrono::seconds time)
{
    return !since || now < *since || now - *since >= time;
}

}  // namespace

HistoryWriter::HistoryWriter(QString path)
    : m_path(std::move(path))
    , m_store(m_path)
    , m_batchTimer(this)
{
    m_batchTimer.setSingleShot(true);
    m_batchTimer.setInterval(kBatchTime);
    connect(&m_batchTimer, &QTimer::timeout, this, &HistoryWriter::flush);
}

void HistoryWriter::setSettings(const HistorySettings& settings)
{
    const bool wasOn = std::exchange(m_settings, settings).isOn;
    m_lastPrune.reset();
    if (wasOn && !settings.isOn) {
        stopRecording();
    } else if (!wasOn && settings.isOn) {
        m_lastTry.reset();
        m_store.close();  // reopened, so that the open listeners are read from the file
    }
}

void HistoryWriter::record(const SnapshotUpdate& update,
                           const std::vector<TrafficSamplePtr>& samples)
{
    const HistoryTime now = update.after->takenAt;
    noteClock(now);
    if (m_settings.isOn && isOpenBy(now) && m_store.isRecorder()) {
        if (!m_recorder) {
            beginRecording();
        }
        const bool wasEmpty = m_pending.isEmpty();
        if (m_recorder) {
            m_pending.append(m_recorder->observe(update));
            for (const TrafficSamplePtr& sample : samples) {
                m_minutes.add(*sample);
            }
            keepMinutes(m_minutes.takeFinished());
        }
        if (wasEmpty && !m_pending.isEmpty()) {
            m_batchTimer.start();
        }
        if (isOver(m_lastCommit, now, kHeartbeat)) {
            flush();
        }
        if (m_recorder && isOver(m_lastPrune, now, kSteadyTime)) {
            prune();
        }
    }
    emit taken();
}

/// Minutes that cannot be written for a long time are dropped: a gap in the charts.
void HistoryWriter::keepMinutes(std::vector<TrafficMinute> minutes)
{
    std::vector<TrafficMinute>& pending = m_pending.minutes;
    std::move(minutes.begin(), minutes.end(), std::back_inserter(pending));
    if (pending.size() > kMaxPendingMinutes) {
        pending.erase(pending.begin(),
                      pending.end() - static_cast<std::ptrdiff_t>(kMaxPendingMinutes));
    }
}

void HistoryWriter::recordAlerts(const std::vector<Alert>& alerts)
{
    if (!m_recorder || alerts.empty()) {
        return;
    }
    for (const Alert& alert : alerts) {
        m_pending.entries.push_back(entryOf(alert));
        m_pending.entries.back().isStanding = alert.at == m_firstPoll;
    }
    m_batchTimer.start();
}

void HistoryWriter::noteClock(HistoryTime now)
{
    constexpr std::chrono::hours kStep{1};
    const bool isStep = !m_now || now < *m_now - kStep || now > *m_now + kStep;
    if (isStep) {
        m_steadySince = now;
    }
    m_now = now;
}

/// Whether the store is open; tries to open it, but usually only once per kHeartbeat.
bool HistoryWriter::isOpenBy(HistoryTime now)
{
    if (m_store.isOpen() && !m_store.isRecorder() && !m_store.isStillThere()) {
        m_store.close();  // The recording process has begun a new file.
        m_lastTry.reset();
    }
    const bool isMissing = !m_store.isOpen() || (m_settings.isOn && !m_store.isRecorder());
    if (m_path.isEmpty() || (isMissing && !isOver(m_lastTry, now, kHeartbeat)) || !isMissing) {
        return m_store.isOpen();
    }
    m_lastTry = now;
    if (!m_settings.isOn && !QFile::exists(m_path)) {
        return false;  // with the history off, no file is created
    }
    HistoryResult<OpenedHistory> opened = open(now);
    if (!opened) {
        fail(opened.error());
        return false;
    }
    m_open = std::move(opened->open);
    m_lastSeen = opened->lastSeen;
    HistoryStatus status;
    status.isReadable = true;
    status.setAside = opened->setAside.isEmpty() ? m_status.setAside : opened->setAside;
    if (m_settings.isOn && !opened->isRecorder) {
        status.problem = HistoryProblem{Kind::OtherRecorder, {}, {}};
    }
    reportStatus(status);
    return true;
}

HistoryResult<OpenedHistory> HistoryWriter::open(HistoryTime now)
{
    if (!m_settings.isOn) {
        return m_store.openToRead();
    }
    HistoryResult<OpenedHistory> opened = m_store.open(now, m_trust);
    if (opened && opened->isRecorder) {
        m_trust = HistoryTrust::Usual;
    }
    return opened;
}

void HistoryWriter::beginRecording()
{
    const HistoryTime now = m_now.value_or(HistoryTime());
    if (const HistoryResult<void> begun = m_store.beginRun(now); !begun) {
        fail(begun.error());
        return;
    }
    m_firstPoll = now;
    m_recorder.emplace(std::exchange(m_open, {}));
    HistoryEntry started;
    started.kind = HistoryKind::Started;
    started.at = now;
    started.since = m_lastSeen;
    m_pending.entries.push_back(std::move(started));
    m_batchTimer.start();
    HistoryStatus status = m_status;
    status.isRecording = true;
    reportStatus(status);
}

void HistoryWriter::stopRecording()
{
    flushRunning();
    if (m_recorder) {
        static_cast<void>(m_store.endRun(m_pending.seenAt));
        m_recorder.reset();
    }
    m_pending = {};
    m_batchTimer.stop();
    HistoryStatus status = m_status;
    status.isRecording = false;
    reportStatus(status);
}

void HistoryWriter::finish()
{
    stopRecording();
    m_store.close();
}

void HistoryWriter::flush()
{
    write(!m_pending.isEmpty());
}

/// Also writes the minute that has not ended; later data is added to it. This part does not count
/// as new: otherwise, each answer would cause the next request.
void HistoryWriter::flushRunning()
{
    const bool isNews = !m_pending.isEmpty();
    if (m_recorder) {
        keepMinutes(m_minutes.takeAll());
    }
    write(isNews);
}

void HistoryWriter::write(bool isNews)
{
    m_batchTimer.stop();
    if (!m_recorder) {
        return;
    }
    const HistoryTime seen = m_pending.seenAt;
    m_lastCommit = m_now;
    HistoryResult<void> done = commitPending();
    if (!done && done.error().kind == Kind::Full) {
        // Deleting the oldest quarter may free enough space.
        const std::uint64_t bytes = m_store.size().value_or(0);
        static_cast<void>(
            m_store.prune({m_settings.limits.age, bytes - bytes / 4}, m_now.value_or(seen)));
        done = commitPending();
    }
    if (!done) {
        fail(done.error());
        return;
    }
    m_pending = {};
    m_pending.seenAt = seen;
    if (m_status.problem) {
        HistoryStatus status;
        status.isRecording = true;
        status.isReadable = true;
        status.setAside = m_status.setAside;
        reportStatus(status);
    }
    if (isNews) {
        emit recorded();
    }
}

HistoryResult<void> HistoryWriter::commitPending()
{
    return m_store.commit(m_pending);
}

/// A full disk or a locked file may be temporary: pending data waits. After any other problem, or
/// if the wait is too long, the writer starts again with the file and then corrects the list of
/// open listeners.
void HistoryWriter::fail(const HistoryProblem& problem)
{
    if (!mayPass(problem.kind) || m_pending.entries.size() > kMaxPending) {
        const bool isFileWrong = problem.kind == Kind::Damaged || problem.kind == Kind::Failed;
        if (isFileWrong && m_store.isRecorder()) {
            m_trust =
                problem.kind == Kind::Damaged ? HistoryTrust::Damaged : HistoryTrust::Suspected;
        }
        closeForNow();
        const HistoryTime now = m_now.value_or(m_lastTry.value_or(HistoryTime()));
        m_lastTry = now;
        if ((isFileWrong || problem.kind == Kind::Gone) && isOver(m_lastDamage, now, kHeartbeat)) {
            m_lastDamage = now;
            m_lastTry.reset();  // retry at once, but not repeatedly
        }
    }
    HistoryStatus status = m_status;
    status.isRecording = false;
    status.isReadable = m_store.isOpen();
    status.problem = problem;
    reportStatus(status);
}

/// Pending alerts are not reported again, so they wait for the next file; open listeners are read
/// from the next snapshot.
void HistoryWriter::closeForNow()
{
    m_recorder.reset();
    m_batchTimer.stop();
    m_store.close();
    std::erase_if(m_pending.entries,
                  [](const HistoryEntry& entry) { return entry.kind != HistoryKind::Alert; });
    m_pending.renamings.clear();
    if (m_pending.entries.size() > kMaxPending) {
        m_pending.entries.clear();
    }
}

void HistoryWriter::reportStatus(const HistoryStatus& status)
{
    m_status = status;
    emit statusChanged(m_status);
}

/// Deletes by age only after the clock can be trusted: with a clock that starts in the year 2099,
/// as without a battery, everything would look old.
void HistoryWriter::prune()
{
    m_lastPrune = m_now;
    HistoryLimits limits = m_settings.limits;
    if (!isOver(m_steadySince, *m_now, kSteadyTime)) {
        limits.age = std::chrono::days(36'500);
    }
    if (const HistoryResult<void> done = m_store.prune(limits, *m_now); !done) {
        fail(done.error());
    }
}

}  // namespace quaywatch
