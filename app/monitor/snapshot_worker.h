// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sampler.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace quaywatch {

/// Makes the source of a worker; asked again at the next sample() if it fails.
using SourceFactory = std::function<Result<std::unique_ptr<SocketSource>>()>;

/// Makes what tells of closed sockets; empty: nobody tells.
using ClosingSourceFactory = std::function<Result<std::unique_ptr<ClosingSource>>()>;

/// Takes snapshots on the thread it lives on. Owned by MonitorController.
class SnapshotWorker final : public QObject {
    Q_OBJECT

public:
    SnapshotWorker(SourceFactory sourceFactory, ClosingSourceFactory closingSourceFactory,
                   Sampler::RpcQuery rpcQuery);

public slots:
    /// Takes one snapshot and answers with exactly one signal.
    void sample();

signals:
    /// @param elapsed  What the snapshot took.
    void updated(const quaywatch::SnapshotUpdate& update, std::chrono::microseconds elapsed);
    void failed(const quaywatch::Error& error);

private:
    SourceFactory m_sourceFactory;
    ClosingSourceFactory m_closingSourceFactory;
    Sampler::RpcQuery m_rpcQuery;
    std::optional<Sampler> m_sampler;
};

}  // namespace quaywatch
