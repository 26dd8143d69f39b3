// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_controller.h"

#include "core/message/message_list.h"

#include <memory>
#include <QCoreApplication>
#include <QStandardPaths>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

// Limits the memory while the disk does not respond.
constexpr std::size_t kMaxWaitingCloses = 50'000;
constexpr std::size_t kMaxWaitingSamples = 600;

using CloseBatchPtr = std::shared_ptr<const CloseBatch>;

CloseBatchPtr joined(const CloseBatchPtr& first, const CloseBatchPtr& second)
{
    if (!first || !second) {
        return first ? first : second;
    }
    auto both = std::make_shared<CloseBatch>(*first);
    const std::vector<SocketClose>& later = second->closes;
    both->gaps.insert(both->gaps.end(), second->gaps.begin(), second->gaps.end());
    if (both->closes.size() + later.size() <= kMaxWaitingCloses) {
        both->closes.insert(both->closes.end(), later.begin(), later.end());
    } else if (!later.empty()) {
        both->gaps.push_back({later.front().at,
                              later.back().at,
                              later.size(),
                              Message(MessageId::HistoryTooSlow),
                              {}});
    }
    return both;
}

/// Joins two updates: from the snapshot before the first to the snapshot after the second. The
/// recorder computes the difference.
SnapshotUpdate joined(const SnapshotUpdate& first, const SnapshotUpdate& second)
{
    SnapshotUpdate both = second;
    both.before = nullptr;
    both.closes = joined(first.closes, second.closes);
    return both;
}

}  // namespace

HistoryController::HistoryController(const QString& path, QObject* parent)
    : HistoryController(
          path, [] { return std::chrono::system_clock::now(); }, parent)
{
}

HistoryController::HistoryController(const QString& path, Clock clock, QObject* parent)
    : QObject(parent)
    , m_path(path)
    , m_writer(new HistoryWriter(path))
    , m_clock(std::move(clock))
{
    m_thread.setObjectName(u"history"_s);
    m_thread.start();
    if (m_thread.isRunning()) {
        m_writer->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    } else {
        m_writer->setParent(this);  // No thread could be started: the writer works on this one.
    }
    connectWriter();
}

HistoryController::~HistoryController()
{
    m_writer->timelineRequests.cancel();
    m_writer->changesRequests.cancel();
    m_writer->pastRequests.cancel();
    sendWaiting();
    post([](HistoryWriter& writer) { writer.finish(); });
    if (m_writer->parent() == this) {
        QCoreApplication::sendPostedEvents(m_writer);
        return;
    }
    post([](HistoryWriter& writer) { writer.thread()->quit(); });
    m_thread.wait();
}

QString HistoryController::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/quaywatch/history.sqlite"_s;
}

template <class Call>
void HistoryController::post(Call call)
{
    QMetaObject::invokeMethod(
        m_writer, [writer = m_writer, call = std::move(call)] { call(*writer); },
        Qt::QueuedConnection);
}

void HistoryController::connectWriter()
{
    connect(m_writer, &HistoryWriter::taken, this, [this] {
        m_isWriterBusy = false;
        sendWaiting();
    });
    connect(m_writer, &HistoryWriter::recorded, this, &HistoryController::recorded);
    connect(m_writer, &HistoryWriter::statusChanged, this, [this](const HistoryStatus& status) {
        m_status = status;
        emit statusChanged(status);
    });
    connect(m_writer, &HistoryWriter::timelineRead, this,
            [this](LatestOnly::Job job, const TimelineAnswer& answer) {
                if (m_writer->timelineRequests.isLatest(job)) {
                    emit timelineReady(answer);
                }
            });
    connect(m_writer, &HistoryWriter::changesRead, this,
            [this](LatestOnly::Job job, const ChangesAnswer& answer) {
                if (m_writer->changesRequests.isLatest(job)) {
                    emit changesReady(answer);
                }
            });
    connect(m_writer, &HistoryWriter::overviewRead, this, &HistoryController::overviewReady);
    connect(m_writer, &HistoryWriter::pastRead, this,
            [this](LatestOnly::Job job, const PastAnswer& answer) {
                if (m_writer->pastRequests.isLatest(job)) {
                    emit pastReady(answer);
                }
            });
}

void HistoryController::setSettings(const HistorySettings& settings)
{
    if (settings != m_settings) {
        m_settings = settings;
        post([settings](HistoryWriter& writer) { writer.setSettings(settings); });
    }
}

void HistoryController::record(const SnapshotUpdate& update)
{
    if (!m_isWriterBusy) {
        send(update);
    } else {
        m_waiting = m_waiting ? joined(*m_waiting, update) : update;
    }
}

void HistoryController::send(const SnapshotUpdate& update)
{
    m_isWriterBusy = true;
    post([update, samples = std::exchange(m_samples, {})](HistoryWriter& writer) {
        writer.record(update, samples);
    });
}

/// The time of a dropped sample counts as unwatched.
void HistoryController::recordTraffic(const TrafficSamplePtr& sample)
{
    m_samples.push_back(sample);
    if (m_samples.size() > kMaxWaitingSamples) {
        m_samples.erase(m_samples.begin());
    }
}

/// Also called before a request, so that its answer includes everything recorded so far.
void HistoryController::sendWaiting()
{
    if (const auto waiting = std::exchange(m_waiting, std::nullopt)) {
        send(*waiting);
    }
}

void HistoryController::recordAlerts(const std::vector<Alert>& alerts)
{
    if (!alerts.empty()) {
        post([alerts](HistoryWriter& writer) { writer.recordAlerts(alerts); });
    }
}

void HistoryController::requestTimeline(const HistorySearch& search,
                                        const std::optional<HistoryCursor>& after)
{
    sendWaiting();
    const LatestOnly::Job job = m_writer->timelineRequests.start();
    post([job, search, after, now = now()](HistoryWriter& writer) {
        writer.askTimeline(job, search, after, now);
    });
}

void HistoryController::requestChanges(HistoryTime since, const HistorySearch& search)
{
    sendWaiting();
    const LatestOnly::Job job = m_writer->changesRequests.start();
    post([job, since, search, now = now()](HistoryWriter& writer) {
        writer.askChanges(job, since, search, now);
    });
}

void HistoryController::requestOverview()
{
    post([now = now()](HistoryWriter& writer) { writer.askOverview(now); });
}

void HistoryController::requestPast(const TrafficScope& subject)
{
    sendWaiting();
    const LatestOnly::Job job = m_writer->pastRequests.start();
    post([job, subject, now = now()](HistoryWriter& writer) { writer.askPast(job, subject, now); });
}

void HistoryController::savePoint(const QString& name)
{
    post([name, now = now()](HistoryWriter& writer) { writer.savePoint(name, now); });
}

void HistoryController::forgetPoint(std::int64_t id)
{
    post([id](HistoryWriter& writer) { writer.forgetPoint(id); });
}

}  // namespace quaywatch
