// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"
#include "core/sockets/socket_close.h"

#include <functional>

namespace quaywatch {

/// Assesses the closed sockets that are in no snapshot, as if they were still open.
///
/// @param assessRows  Fills the assessments of a snapshot; gets one with these sockets and the
///                    listeners on their ports.
void assessCloses(CloseBatch& batch, const Snapshot& before, const Snapshot& after,
                  const std::function<void(Snapshot&)>& assessRows);

}  // namespace quaywatch
