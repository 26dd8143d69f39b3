// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_plan.h"

#include <vector>

namespace quaywatch {

/// Opens the handles of a candidate's workers, unless the candidate has a refusal. If this program
/// may not open enough files for all of them, some are left free for files that have to be read.
void holdWorkers(const EndSystem& system, const std::vector<ProcessPtr>& workers,
                 EndCandidate& candidate);

}  // namespace quaywatch
