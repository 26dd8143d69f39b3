// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// First, or moc of Qt 6.4 fails to parse <compare>, which core includes.
#include <QObject>

#include "core/base/latest_only.h"
#include "core/monitor/system_access.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// The number of a request; its answer has the same.
using JobId = LatestOnly::Job;

/// An explanation, and the snapshot that its records are in.
struct PortAnswer {
    SnapshotPtr snapshot;
    PortExplanation explanation;
};

/// A plan with the processes it holds. Shared because a signal carries it across threads; only one
/// thread uses it at a time: the worker makes it, the window shows it, the worker executes it.
using EndPlanPtr = std::shared_ptr<EndPlan>;

// Qt's meta types compare every type that declares a comparison. tl::expected always declares one,
// even if its value type has none, so a struct wraps it.
struct DetailsAnswer {
    Result<ProcessDetails> details;
};
struct PlanAnswer {
    Result<EndPlanPtr> plan;
};

/// Answers slow requests on the thread it lives on, in order. Owned by MonitorController.
class QueryWorker final : public QObject {
    Q_OBJECT

public:
    explicit QueryWorker(SystemAccess access);

    /// Started and canceled on any thread; only the latest request of each is answered.
    LatestOnly inspectRequests;
    LatestOnly explainRequests;
    /// All answers are unwanted: the running job is cut short. Set from any thread.
    std::atomic<bool> isEnding{false};

    void inspect(JobId job, std::uint32_t pid);
    void explain(JobId job, Port port, std::optional<Protocol> protocol,
                 const SnapshotPtr& snapshot);
    void plan(JobId job, const EndTarget& target, const SnapshotPtr& snapshot);
    void examine();
    void execute(JobId job, const EndPlanPtr& plan, ProcessSignal signal,
                 std::chrono::milliseconds wait);

signals:
    void inspected(quaywatch::JobId job, const quaywatch::DetailsAnswer& answer);
    void explained(quaywatch::JobId job, const quaywatch::PortAnswer& answer);
    void planned(quaywatch::JobId job, const quaywatch::PlanAnswer& answer);
    /// @param text  doctorText()
    void examined(const std::string& text);
    void carriedOut(quaywatch::JobId job, const std::vector<quaywatch::EndOutcome>& outcomes);

private:
    SystemAccess m_access;
};

}  // namespace quaywatch
