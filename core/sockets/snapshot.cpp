// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/snapshot.h"

#include "core/base/token_table.h"
#include "core/message/message_list.h"

#include <algorithm>
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

const Gap* incompleteTable(const Snapshot& snapshot) noexcept
{
    const auto gap = std::find_if(snapshot.gaps.begin(), snapshot.gaps.end(), [](const Gap& each) {
        return each.why.id() == MessageId::TableChanged ||
               each.why.id() == MessageId::UnreadableLines;
    });
    return gap == snapshot.gaps.end() ? nullptr : &*gap;
}

const SocketRecord* findSocketRow(const Snapshot& snapshot, const SocketKey& key)
{
    const auto row = std::lower_bound(
        snapshot.sockets.begin(), snapshot.sockets.end(), key,
        [](const SocketRecord& record, const SocketKey& wanted) { return record.key < wanted; });
    return row != snapshot.sockets.end() && row->key == key ? &*row : nullptr;
}

}  // namespace quaywatch
