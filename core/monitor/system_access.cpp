// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitor/system_access.h"

#include "core/baseline/baseline_file.h"
#include "core/host/name_service.h"
#include "core/process/activated_programs.h"
#include "core/process/port_recheck.h"
#include "core/registry/registry_file.h"

namespace quaywatch {

SystemAccess accessToThisMachine()
{
    using namespace std::chrono_literals;
    return {
        .openSource = createSocketSource,
        .openCloseEvents = createCloseEventSource,
        .askRpcbind = [](RpcWay way) { return queryRpcbind(200ms, way); },
        .evidence = programEvidenceOfThisMachine(),
        .bindRules = readBindRules,
        .baselinePath = defaultBaselinePath,
        .systemBaselineFolder = systemBaselineFolder(),
        .activatedPrograms =
            [](const SocketRecord& listener) { return activatedPrograms(listener); },
        .registryPath = defaultRegistryPath,
        .now = std::chrono::system_clock::now,
        .currentUser = readCurrentUser,
        .systemFacts = readSystemFacts,
        .hasNameService = usesNameService(),
        .inspect = inspectProcess,
        .explain =
            [](Port port, std::optional<Protocol> protocol, const Snapshot& snapshot) {
                return explainPort(port, protocol, snapshot, readBindRules(), readCurrentUser());
            },
        .planEnd = planEnd,
        .execute = execute,
        .pause = recheckOnThisMachine().pause,
    };
}

}  // namespace quaywatch
