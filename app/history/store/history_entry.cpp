// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_entry.h"

#include "app/history/store/stored_message.h"
#include "core/sockets/socket_user.h"
#include "core/text/display_text.h"

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

HistoryPartyPtr identityOf(const SocketRecord& socket, std::string identity)
{
    auto party = std::make_shared<HistoryIdentity>();
    party->identity = std::move(identity);
    party->protocol = socket.key.protocol;
    const bool isFar = socket.direction == Direction::Outbound && socket.hasRemote();
    party->port = isFar ? socket.key.remotePort : socket.key.localPort;
    party->address = (isFar ? socket.key.remoteAddress : socket.key.localAddress).toString();
    party->exposure = socket.exposure;
    ServiceContext context = socket.serviceContext ? *socket.serviceContext : ServiceContext();
    if (!socket.owners().empty()) {
        const ProcessInfo& owner = *socket.owners().front();
        party->program = shown(owner.script ? owner.name + ' ' + *owner.script : owner.name);
        party->executable = shown(owner.exe.value_or(std::string()));
        if (!context.unit && !context.container) {
            context.unit = owner.unit;
            context.container = owner.container;
        }
    }
    // For people; the identity keeps the creator of the socket.
    party->user = shown(processUserOf(socket).text());
    party->place = shown(context.container.value_or(context.unit.value_or(std::string())));
    return party;
}

HistoryEntry entryOf(const Alert& alert)
{
    HistoryEntry entry;
    entry.kind = HistoryKind::Alert;
    entry.at = alert.at;
    entry.count = alert.count;
    entry.severity = alert.severity;
    entry.rule = token(alert.rule);
    entry.reason = storedText(alert.reason, kMaxReasonBytes);
    for (const Message& line : alert.evidence) {
        entry.evidence.push_back(storedText(line, kTextLimit));
    }
    if (alert.socket && alert.key) {
        entry.party = identityOf(*alert.socket, *alert.key);
    }
    entry.isRepeat = alert.isRepeat;
    entry.ports = alert.ports;
    return entry;
}

void HistoryBatch::append(HistoryBatch later)
{
    for (const HistoryRenaming& renaming : later.renamings) {
        for (HistoryEntry& entry : entries) {
            for (HistoryPartyPtr* party : {&entry.party, &entry.previous}) {
                if (*party && (*party)->identity == renaming.identity) {
                    *party = renaming.party;
                }
            }
        }
    }
    entries.insert(entries.end(), std::make_move_iterator(later.entries.begin()),
                   std::make_move_iterator(later.entries.end()));
    minutes.insert(minutes.end(), std::make_move_iterator(later.minutes.begin()),
                   std::make_move_iterator(later.minutes.end()));
    renamings.insert(renamings.end(), std::make_move_iterator(later.renamings.begin()),
                     std::make_move_iterator(later.renamings.end()));
    seenAt = later.seenAt;
}

}  // namespace quaywatch
