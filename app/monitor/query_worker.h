// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// First, or moc of Qt 6.4 fails to parse <compare>, which core includes.
#include <QObject>

#include "core/base/result.h"
#include "core/explain/explain.h"
#include "core/process/end_process.h"
#include "core/process/held_again.h"
#include "core/process/process_inspector.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quaywatch {

/// Numbers the requests, so that answers to dropped requests can be recognized.
using JobId = std::uint64_t;

/// The requests that may take long, as functions so that tests can replace them.
struct SlowQuestions {
    std::function<Result<ProcessDetails>(std::uint32_t pid)> inspect = inspectProcess;
    std::function<PortExplanation(Port, std::optional<Protocol>, const Snapshot&)> explain;
    std::function<Result<EndPlan>(const EndTarget&, const SnapshotPtr&)> plan = planEnd;
    std::function<std::vector<EndOutcome>(EndPlan&, ProcessSignal, std::chrono::milliseconds,
                                          const std::function<bool()>& isCanceled)>
        execute = carryOutAndLook;

    /// Functions that query this machine.
    [[nodiscard]] static SlowQuestions ofThisMachine();
};

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
    explicit QueryWorker(SlowQuestions questions);

    /// Jobs of inspect() and explain() older than this one are skipped; set from any thread.
    std::atomic<JobId> newestInspection{0};
    std::atomic<JobId> newestExplanation{0};
    /// All answers are unwanted: the running job is cut short. Set from any thread.
    std::atomic<bool> isEnding{false};

    void inspect(JobId job, std::uint32_t pid);
    void explain(JobId job, Port port, std::optional<Protocol> protocol,
                 const SnapshotPtr& snapshot);
    void plan(JobId job, const EndTarget& target, const SnapshotPtr& snapshot);
    void execute(JobId job, const EndPlanPtr& plan, ProcessSignal signal,
                 std::chrono::milliseconds wait);

signals:
    void inspected(quaywatch::JobId job, const quaywatch::DetailsAnswer& answer);
    void explained(quaywatch::JobId job, const quaywatch::PortAnswer& answer);
    void planned(quaywatch::JobId job, const quaywatch::PlanAnswer& answer);
    void carriedOut(quaywatch::JobId job, const std::vector<quaywatch::EndOutcome>& outcomes);

private:
    SlowQuestions m_questions;
};

}  // namespace quaywatch
