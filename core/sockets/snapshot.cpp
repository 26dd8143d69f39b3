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

std::optional<std::string_view> codeOf(const Gap& gap) noexcept
{
    switch (gap.why.id()) {
        case MessageId::OtherUsersProcesses:
        case MessageId::NoReadableDescriptor:  // Then a process of another user has it.
            return "other-user";
        case MessageId::OwnProcessHidden:
            return "not-dumpable";
        case MessageId::ProcNotMounted:
            return "no-proc";
        case MessageId::ProcessesHiddenByProc:
            return "hidepid";
        case MessageId::ProcessesNeedPtrace:
            return "no-ptrace";
        case MessageId::TooFewFiles:
            return "out-of-descriptors";
        case MessageId::ProcessesOutsideContainer:
        case MessageId::ProcessesOutsideSandbox:
            return "sandbox";
        case MessageId::NoDescriptor:
            return "no-descriptor";
        default:
            return std::nullopt;
    }
}

const Gap* incompleteTable(const Snapshot& snapshot) noexcept
{
    const auto gap = std::find_if(snapshot.gaps.begin(), snapshot.gaps.end(), [](const Gap& each) {
        return each.why.id() == MessageId::TableChanged ||
               each.why.id() == MessageId::UnreadableLines;
    });
    return gap == snapshot.gaps.end() ? nullptr : &*gap;
}

const Gap* tcpFallback(const Snapshot& snapshot) noexcept
{
    const auto gap = std::find_if(snapshot.gaps.begin(), snapshot.gaps.end(), [](const Gap& each) {
        const bool isFallback =
            each.why.id() == MessageId::NoSockDiag || each.why.id() == MessageId::SockDiagRefused;
        const auto* const tables = isFallback && !each.why.arguments().empty()
                                       ? std::get_if<std::string>(&each.why.arguments()[0].value)
                                       : nullptr;
        return tables != nullptr && tables->find("tcp") != std::string::npos;
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
