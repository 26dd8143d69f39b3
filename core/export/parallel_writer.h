// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/export/text_writer.h"

#include <cstddef>
#include <functional>
#include <string>

namespace quaywatch {

/// Appends the text of one piece. It has its own state (caches), so each thread creates one.
using ChunkRenderer = std::function<void(std::size_t piece, std::string& out)>;

/// Writes pieces 0 to count-1 to `sink` in order. With `isThreaded` a second thread renders pieces
/// too, while this one renders or writes; only a few of them are in memory at once. `sink` is
/// called on this thread only, `makeRenderer` on both.
///
/// @return Whether the sink accepted everything; after it returns false it is not called again.
bool writeOrderedPieces(std::size_t count, const std::function<ChunkRenderer()>& makeRenderer,
                        const TextWriter& sink, bool isThreaded);

}  // namespace quaywatch
