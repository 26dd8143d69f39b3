// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor_controller.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>
#include <vector>

namespace quaywatch {

namespace {

using namespace std::chrono_literals;

/// Moves a worker to its own thread. If no thread can be started, the worker stays on this thread:
/// the window blocks while it works, but shows data.
void moveToOwnThread(QObject* worker, QThread& thread, QObject* parent)
{
    thread.start();
    if (!thread.isRunning()) {
        worker->setParent(parent);
        return;
    }
    worker->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
}

/// Queues the call even if the worker has no thread of its own, so an answer never arrives before
/// the request is noted.
template <class Worker, class Call>
void post(Worker* worker, Call call)
{
    QMetaObject::invokeMethod(
        worker, [worker, call = std::move(call)] { call(*worker); }, Qt::QueuedConnection);
}

}  // namespace

MonitorController::MonitorController(const SystemAccess& access, WatchRules rules, QObject* parent)
    : QObject(parent)
    , m_baselinePath(access.baselinePath ? access.baselinePath().value_or(std::string())
                                         : std::string())
    , m_systemBaselineFolder(access.systemBaselineFolder)
    , m_poll(new SnapshotWorker(access, m_baselinePath))
    , m_query(new QueryWorker(access))
    , m_rules(std::move(rules))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(1s);
    m_poll->setRules(m_rules);
    m_pollThread.setObjectName(QStringLiteral("poll"));
    m_queryThread.setObjectName(QStringLiteral("query"));
    moveToOwnThread(m_poll, m_pollThread, this);
    moveToOwnThread(m_query, m_queryThread, this);
    connectWorkers();
}

MonitorController::~MonitorController()
{
    forgetRequests();
    m_query->isEnding = true;
    m_pollThread.quit();
    m_queryThread.quit();
    m_pollThread.wait();
    m_queryThread.wait();
}

void MonitorController::connectWorkers()
{
    connect(&m_timer, &QTimer::timeout, this, &MonitorController::sampleNow);
    connect(m_poll, &SnapshotWorker::measured, this, [this](const TrafficSamplePtr& sample) {
        m_traffic.add(*sample);
        emit measured(sample);
    });
    connect(m_poll, &SnapshotWorker::updated, this,
            [this](const SnapshotUpdate& update, std::chrono::microseconds elapsed) {
                m_snapshot = update.after;
                m_activity.add(update);
                m_elapsed = elapsed;
                emit updated(update);
                show(m_hold.take(update));
                arm();
            });
    connect(m_poll, &SnapshotWorker::alerted, this, &MonitorController::alerted);
    connect(m_poll, &SnapshotWorker::failed, this, [this](const Error& error) {
        emit failed(error);
        arm();
    });
    connect(m_query, &QueryWorker::inspected, this, [this](JobId job, const DetailsAnswer& answer) {
        if (m_query->inspectRequests.isLatest(job)) {
            emit detailsReady(answer);
        }
    });
    connect(m_query, &QueryWorker::explained, this, [this](JobId job, const PortAnswer& answer) {
        if (m_query->explainRequests.isLatest(job)) {
            emit explanationReady(answer);
        }
    });
    connect(m_query, &QueryWorker::examined, this, &MonitorController::reportReady);
    connect(m_query, &QueryWorker::planned, this, &MonitorController::planReady);
    connect(m_query, &QueryWorker::carriedOut, this, &MonitorController::outcomesReady);
}

void MonitorController::start()
{
    sampleNow();
}

void MonitorController::setInterval(std::chrono::milliseconds interval)
{
    if (interval == m_timer.intervalAsDuration()) {
        return;
    }
    m_timer.setInterval(interval);  // Restarts a running timer.
    emit intervalChanged(interval);
}

std::chrono::milliseconds MonitorController::interval() const
{
    return m_timer.intervalAsDuration();
}

void MonitorController::setPaused(bool isPaused)
{
    if (isPaused == m_hold.isHolding()) {
        return;
    }
    const std::optional<SnapshotUpdate> held = m_hold.setHolding(isPaused);
    emit pausedChanged(isPaused);
    show(held);
    if (!isPaused) {
        sampleNow();
    }
}

void MonitorController::show(const std::optional<SnapshotUpdate>& update)
{
    if (update) {
        emit shown(*update);
    } else if (m_hold.isHolding()) {
        emit waitingChanged();
    }
}

void MonitorController::setRules(const WatchRules& rules)
{
    if (rules == m_rules) {
        return;
    }
    m_rules = rules;
    post(m_poll, [rules](SnapshotWorker& poll) { poll.setRules(rules); });
}

void MonitorController::refreshNow()
{
    m_hold.passNext();
    sampleNow();
}

void MonitorController::finish()
{
    m_isFinished = true;
    m_timer.stop();
    std::vector<Alert> heldBack;
    const auto ask = [&] { heldBack = m_poll->finish(); };
    if (m_poll->thread() == thread()) {
        ask();
    } else {
        QMetaObject::invokeMethod(m_poll, ask, Qt::BlockingQueuedConnection);
    }
    // The answers of the last poll come first. No event loop delivers them any more.
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    if (!heldBack.empty()) {
        emit alerted(heldBack);
    }
}

void MonitorController::sampleNow()
{
    if (m_isSampling || m_isFinished) {
        return;
    }
    m_isSampling = true;
    m_timer.stop();
    post(m_poll, [](SnapshotWorker& poll) { poll.sample(); });
}

void MonitorController::arm()
{
    m_isSampling = false;
    if (!m_isFinished) {
        m_timer.start();
    }
}

void MonitorController::requestDetails(std::uint32_t pid)
{
    const JobId job = m_query->inspectRequests.start();
    post(m_query, [job, pid](QueryWorker& query) { query.inspect(job, pid); });
}

void MonitorController::requestExplanation(Port port, std::optional<Protocol> protocol)
{
    const JobId job = m_query->explainRequests.start();
    // A request may come before the first poll.
    const SnapshotPtr at = m_snapshot ? m_snapshot : std::make_shared<const Snapshot>();
    post(m_query,
         [job, port, protocol, at](QueryWorker& query) { query.explain(job, port, protocol, at); });
}

void MonitorController::requestReport()
{
    post(m_query, [](QueryWorker& query) { query.examine(); });
}

void MonitorController::forgetRequests()
{
    m_query->inspectRequests.cancel();
    m_query->explainRequests.cancel();
}

JobId MonitorController::planEnd(const EndTarget& target)
{
    const JobId job = ++m_lastJob;
    post(m_query,
         [job, target, at = m_snapshot](QueryWorker& query) { query.plan(job, target, at); });
    return job;
}

JobId MonitorController::execute(const EndPlanPtr& plan, ProcessSignal signal,
                                 std::chrono::milliseconds wait)
{
    const JobId job = ++m_lastJob;
    post(m_query,
         [job, plan, signal, wait](QueryWorker& query) { query.execute(job, plan, signal, wait); });
    return job;
}

}  // namespace quaywatch
