// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "tests/support/sockets/timed_machine.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// A listening program as the history stores it.
inline HistoryPartyPtr party(Port port, std::string program, std::string address = "0.0.0.0",
                             Protocol protocol = Protocol::Tcp)
{
    auto made = std::make_shared<HistoryIdentity>();
    made->identity = std::string(token(protocol)) + '|' + address + '|' + std::to_string(port) +
                     "|/usr/bin/" + program;
    made->protocol = protocol;
    made->port = port;
    made->address = std::move(address);
    made->executable = "/usr/bin/" + program;
    made->program = std::move(program);
    made->user = "alice";
    return made;
}

inline HistoryEntry entry(HistoryKind kind, HistoryTime at, HistoryPartyPtr party)
{
    HistoryEntry made;
    made.kind = kind;
    made.at = at;
    made.party = std::move(party);
    return made;
}

inline HistoryBatch batch(std::vector<HistoryEntry> entries)
{
    HistoryBatch made;
    made.entries = std::move(entries);
    made.seenAt = made.entries.empty() ? kSomeMorning : made.entries.back().at;
    return made;
}

}  // namespace quaywatch::test
