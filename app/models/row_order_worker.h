// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/row_order.h"
#include "core/base/job_thread.h"
#include "core/sockets/snapshot.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <QObject>
#include <vector>

namespace quaywatch {

/// Works out the order of many rows on a thread of its own. One job counts, the newest: starting
/// another makes the result of the one before void.
class RowOrderWorker final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowOrderWorker)

public:
    struct Job {
        std::vector<RowRef> rows;
        RowSpec spec;
        SnapshotPtr snapshot;                                     ///< Keeps the open rows alive,
        std::vector<std::shared_ptr<const SocketRecord>> closed;  ///< and these the closed ones.
    };

    explicit RowOrderWorker(QObject* parent = nullptr);
    ~RowOrderWorker() override;

    void start(Job job);
    /// Makes the running job's result void.
    void cancel();
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }

signals:
    /// In the thread this object belongs to, once for each job that was not made void.
    void finished(const std::vector<std::uint32_t>& order);

private:
    void deliver(std::uint64_t id, const std::vector<std::uint32_t>& order);

    std::atomic<std::uint64_t> m_newest = 0;
    bool m_isBusy = false;
    JobThread m_thread;  // Last: what it runs uses the others.
};

}  // namespace quaywatch
