// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/watch_rules.h"

#include "core/host/host_facts.h"

namespace quaywatch {

WatchRules watchRulesOfThisMachine()
{
    WatchRules rules;
    const BindRules bind = readBindRules();
    rules.firstUnprivilegedPort = bind.firstUnprivilegedPort.value_or(rules.firstUnprivilegedPort);
    rules.ephemeralPorts = bind.ephemeralPorts.value_or(rules.ephemeralPorts);
    return rules;
}

}  // namespace quaywatch
