// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/polls.h"

#include "core/sampling/sampler.h"
#include "tests/bench/kernel_cost.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

namespace quaywatch::bench {

Times measurePolls(Report& report, const std::string& name, int rounds, Milliseconds pause,
                   std::optional<double> limit)
{
    auto source = createSocketSource();
    if (!source) {
        report.skip(name, source.error().context.english());
        return {};
    }
    Sampler sampler(std::move(*source), [](RpcWay) { return Result<std::vector<RpcService>>(); });
    Times dumps;
    Times polls;
    std::vector<double> churn;
    for (int round = -1; round < rounds; ++round) {
        std::this_thread::sleep_for(pause);
        const Milliseconds dump = timeOf([] { dumpSockets(kEveryState); });
        Result<SnapshotUpdate> update;
        const Milliseconds poll = timeOf([&] { update = sampler.sample(); });
        if (!update) {
            report.skip(name, update.error().context.english());
            return {};
        }
        if (round < 0) {
            continue;  // the first poll walks /proc for everything
        }
        dumps.push_back(dump);
        polls.push_back(poll);
        double opened = 0;
        for (const RowRun& run : update->steps.added) {
            opened += static_cast<double>(run.count);
        }
        churn.push_back(100 * opened / static_cast<double>(update->after->sockets.size()));
    }
    std::nth_element(churn.begin(), churn.begin() + rounds / 2, churn.end());
    report.add(
        {name + ": sockets that are new", churn[static_cast<std::size_t>(rounds / 2)], "%", {}});
    addTime(report, name, polls);
    addRatio(report, name + " / dump_all", polls, dumps, limit);
    for (Milliseconds& poll : polls) {
        poll = Milliseconds(poll / median(dumps));
    }
    return polls;
}

}  // namespace quaywatch::bench
