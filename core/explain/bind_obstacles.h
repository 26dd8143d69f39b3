// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/bind_sentences.h"
#include "core/host/host_facts.h"

#include <vector>

namespace quaywatch {

/// Adds the kernel's rules by which a program of the current user could not listen on the port, or
/// might not: privileged, reserved and ephemeral ports.
void addRuleObstacles(std::vector<BindObstacle>& obstacles, Port port, const BindRules& rules,
                      const CurrentUser& currentUser);

}  // namespace quaywatch
