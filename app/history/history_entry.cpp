// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_entry.h"

#include "core/display_text.h"

#include <iterator>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kTextLimit = 256;

std::string shown(std::string_view bytes)
{
    return displayText(bytes, kTextLimit);
}

}  // namespace

HistoryPartyPtr partyOf(const SocketRecord& socket, std::string identity)
{
    auto party = std::make_shared<HistoryParty>();
    party->identity = std::move(identity);
    party->protocol = socket.key.protocol;
    party->port = socket.key.localPort;
    party->address = socket.key.localAddress.toString();
    party->exposure = socket.exposure;
    CgroupPlace place = socket.place ? *socket.place : CgroupPlace();
    if (!socket.owners().empty()) {
        const ProcessInfo& owner = *socket.owners().front();
        party->program = shown(owner.script ? owner.name + ' ' + *owner.script : owner.name);
        party->executable = shown(owner.exe.value_or(std::string()));
        if (!place.unit && !place.container) {
            place = {owner.unit, owner.container};
        }
    }
    if (socket.user) {
        party->user = shown(*socket.user);
    } else if (socket.uid) {
        party->user = std::to_string(*socket.uid);
    }
    party->place = shown(place.container.value_or(place.unit.value_or(std::string())));
    return party;
}

void HistoryBatch::append(HistoryBatch later)
{
    entries.insert(entries.end(), std::make_move_iterator(later.entries.begin()),
                   std::make_move_iterator(later.entries.end()));
    for (const auto& [key, count] : later.minutes) {
        MinuteCount& sum = minutes[key];
        sum.opened += count.opened;
        sum.closed += count.closed;
        sum.bytesReceived += count.bytesReceived;
        sum.bytesSent += count.bytesSent;
    }
    seenAt = later.seenAt;
}

}  // namespace quaywatch
