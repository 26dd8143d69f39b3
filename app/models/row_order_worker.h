// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/row_order.h"
#include "core/base/job_thread.h"
#include "core/base/latest_only.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <memory>
#include <QObject>
#include <vector>

namespace quaywatch {

/// Sorts and filters many rows on its own thread. Only the newest job counts: starting another one
/// discards the result of the previous one.
class RowOrderWorker final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowOrderWorker)

public:
    struct Job {
        std::vector<RowRef> rows;
        RowSpec spec;
        SnapshotPtr snapshot;                                     ///< Keeps the open rows alive.
        std::vector<std::shared_ptr<const SocketRecord>> closed;  ///< Keeps the closed rows alive.
    };

    explicit RowOrderWorker(QObject* parent = nullptr);
    ~RowOrderWorker() override;

    void start(Job job);
    /// Discards the result of the running job.
    void cancel();
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }

signals:
    /// Emitted on the thread this object belongs to, once for each job that was not discarded.
    void finished(const std::vector<std::uint32_t>& order);

private:
    void deliver(LatestOnly::Job id, const std::vector<std::uint32_t>& order);

    LatestOnly m_jobs;
    bool m_isBusy = false;
    JobThread m_thread;  // Last: its jobs use the other members.
};

}  // namespace quaywatch
