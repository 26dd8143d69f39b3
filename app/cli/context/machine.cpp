// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context/machine.h"

#include "core/baseline/baseline_file.h"
#include "core/process/activated_programs.h"
#include "core/registry/registry_file.h"

namespace quaywatch::cli {

Machine thisMachine()
{
    using namespace std::chrono_literals;
    return {
        .openSource = createSocketSource,
        .openCloseEvents = createCloseEventSource,
        .askRpcbind = [](RpcWay way) { return queryRpcbind(200ms, way); },
        .evidence = programEvidenceOfThisMachine(),
        .bindRules = readBindRules,
        .baselinePath = defaultBaselinePath,
        .activatedPrograms =
            [](const SocketRecord& listener) { return activatedPrograms(listener); },
        .registryPath = defaultRegistryPath,
        .now = std::chrono::system_clock::now,
        .currentUser = readCurrentUser,
        .inspect = inspectProcess,
        .planEnd = planEnd,
        .execute = [](EndPlan& plan, ProcessSignal signal,
                      std::chrono::milliseconds wait) { return execute(plan, signal, wait); },
        .pause = lookAtThisMachine().pause,
    };
}

}  // namespace quaywatch::cli
