// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/row_order_worker.h"

#include <utility>

namespace quaywatch {

RowOrderWorker::RowOrderWorker(QObject* parent)
    : QObject(parent)
{
}

RowOrderWorker::~RowOrderWorker()
{
    cancel();
    m_thread.clear();
}

void RowOrderWorker::start(Job job)
{
    const LatestOnly::Job id = m_jobs.start();
    m_isBusy = true;
    auto shared = std::make_shared<const Job>(std::move(job));
    m_thread.start([this, id, shared = std::move(shared)] {
        if (!m_jobs.isLatest(id)) {
            return;
        }
        QMetaObject::invokeMethod(
            this, [this, id, order = orderOf(shared->rows, shared->spec)] { deliver(id, order); },
            Qt::QueuedConnection);
    });
}

void RowOrderWorker::cancel()
{
    m_jobs.cancel();
    m_isBusy = false;
}

void RowOrderWorker::deliver(LatestOnly::Job id, const std::vector<std::uint32_t>& order)
{
    if (!m_jobs.isLatest(id)) {
        return;
    }
    m_isBusy = false;
    emit finished(order);
}

}  // namespace quaywatch
