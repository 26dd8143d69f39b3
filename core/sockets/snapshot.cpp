// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/snapshot.h"

#include <algorithm>

#include "core/base/token_table.h"

#include <array>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, 7> kGapKinds{"owner",   "table",  "namespace", "rpc",
                                                    "process", "events", "baseline"};

}  // namespace

std::string_view token(Gap::Kind kind) noexcept
{
    return tokenIn(kGapKinds, kind);
}

const SocketRecord* findSocketRow(const Snapshot& snapshot, const SocketKey& key)
{
    const auto row = std::lower_bound(
        snapshot.sockets.begin(), snapshot.sockets.end(), key,
        [](const SocketRecord& record, const SocketKey& wanted) { return record.key < wanted; });
    return row != snapshot.sockets.end() && row->key == key ? &*row : nullptr;
}

}  // namespace quaywatch
