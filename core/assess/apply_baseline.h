// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline.h"
#include "core/sockets/snapshot.h"

namespace quaywatch {

/// Makes Expected what the baseline expects, with the line that says so as the reason. assess()
/// comes first; Snapshot::takenAt is the time that `until` is compared with. O(n), and no more than
/// a look at the listeners where the baseline has no entries.
///
/// A connection that came in to an unexpected port follows its listener. A listener whose entry is
/// over becomes Unexpected (its severity low, if it was ordinary), and the reason says until when
/// it was expected.
void applyBaseline(Snapshot& snapshot, const Baseline& baseline);

}  // namespace quaywatch
