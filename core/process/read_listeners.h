// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/sockets/snapshot.h"

namespace quaywatch {

/// Reads the current listeners of this machine with their owners, assessed without a baseline.
/// Keeps nothing of earlier reads. Blocks (milliseconds).
///
/// @return Errors as SocketSource::read().
[[nodiscard]] Result<SnapshotPtr> readListeners();

}  // namespace quaywatch
