// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/drift.h"

#include "core/baseline/baseline_text.h"
#include "core/baseline/expected_users.h"
#include "core/baseline/rpc_entry.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"
#include "core/sockets/socket_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace quaywatch {

namespace {

using Kind = Baseline::Answer::Kind;

/// @param overruled  What has no effect on any port is not required.
std::vector<const BaselineEntry*> requiredEntries(const Baseline& baseline, BaselineEntry::Time now,
                                                  const std::vector<OverruledEntry>& overruled)
{
    std::vector<const BaselineEntry*> required;
    for (const BaselineEntry& entry : baseline.entries()) {
        const auto isWithoutEffect = [&entry](const OverruledEntry& each) {
            return each.entry == &entry && isWhollyOverruled(each);
        };
        if (entry.isRequired && !entry.isOver(now) &&
            std::none_of(overruled.begin(), overruled.end(), isWithoutEffect)) {
            required.push_back(&entry);
        }
    }
    return required;
}

/// Sorts listeners into the lists of a drift. Listeners of one identity are listed once.
class ListenerSorter {
public:
    explicit ListenerSorter(Drift& drift)
        : m_drift(drift)
    {
    }

    void add(const SocketRecord& socket, const Baseline::Answer& answer)
    {
        std::vector<CheckedListener>& list = listFor(answer.kind);
        const auto [place, isNew] =
            m_seen.try_emplace(identityOf(socket), std::pair(&list, list.size()));
        if (!isNew && place->second.first == &list) {
            ++list[place->second.second].count;
            return;
        }
        list.push_back({&socket, answer});
        if (answer.kind == Kind::Expected && isComparedWithCreator(*answer.entry, socket)) {
            ++m_drift.byCreatorCount;
        }
    }

private:
    std::vector<CheckedListener>& listFor(Kind kind)
    {
        return kind == Kind::Expected    ? m_drift.expected
               : kind == Kind::Undecided ? m_drift.undecided
                                         : m_drift.unexpected;
    }

    Drift& m_drift;
    std::unordered_map<std::string, std::pair<std::vector<CheckedListener>*, std::size_t>> m_seen;
};

}  // namespace

Drift driftOf(const Snapshot& snapshot, const Baseline& baseline, const DriftOptions& options)
{
    Drift drift;
    ListenerSorter sorter(drift);
    drift.overruled = overruledEntries(baseline);
    std::vector<const BaselineEntry*> required =
        requiredEntries(baseline, snapshot.takenAt, drift.overruled);
    const std::vector<OverruledEntry> atListeners = overruledAtListeners(baseline, snapshot);
    drift.overruled.insert(drift.overruled.end(), atListeners.begin(), atListeners.end());
    const bool isRpcKnown = snapshot.rpcKnowledge != RpcKnowledge::None;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (!socket.isListener()) {
            continue;
        }
        required.erase(std::remove_if(required.begin(), required.end(),
                                      [&socket](const BaselineEntry* entry) {
                                          return entry->accepts(socket);
                                      }),
                       required.end());
        const Baseline::Answer answer = baseline.ask(socket, snapshot.takenAt, isRpcKnown);
        if (answer.kind == Kind::Silent && !options.includesPassingUdp &&
            isEphemeralUdp(socket, options.ephemeralPorts)) {
            ++drift.passingCount;
        } else {
            sorter.add(socket, answer);
        }
    }
    for (const BaselineEntry* entry : required) {
        (entry->rpcProgram && !isRpcKnown ? drift.notCompared : drift.missing).push_back(entry);
    }
    return drift;
}

namespace {

/// The reason, without the file of the entry.
Message reasonByLine(const CheckedListener& listener)
{
    const BaselineEntry* const entry = listener.answer.entry;
    const SocketRecord& socket = *listener.socket;
    switch (listener.answer.kind) {
        case Baseline::Answer::Kind::Silent:
            return Message(MessageId::NoEntryForPort, token(socket.key.protocol),
                           socket.key.localPort);
        case Baseline::Answer::Kind::Expected: {
            Message text = entry->note.empty() ? Message(MessageId::ExpectedByLine, entry->line)
                                               : Message(MessageId::ExpectedByLineWithNote,
                                                         entry->line, entry->note);
            return isComparedWithCreator(*entry, socket)
                       ? Message(MessageId::UserOfCreator, std::move(text))
                       : text;
        }
        case Baseline::Answer::Kind::Over:
            return Message(MessageId::LineExpectedUntil, entry->line, untilText(*entry->until));
        case Baseline::Answer::Kind::Undecided:
            return Message(MessageId::RpcNotKnown, entry->line, rpcText(*entry->rpcProgram));
        case Baseline::Answer::Kind::Other:
            break;
    }
    return Message(MessageId::LineExpectsAnother, entry->line, differenceFrom(*entry, socket));
}

}  // namespace

Message reasonText(const CheckedListener& listener)
{
    const BaselineEntry* const entry = listener.answer.entry;
    Message text = reasonByLine(listener);
    return entry != nullptr && entry->systemFile
               ? Message(MessageId::InFile, *entry->systemFile, std::move(text))
               : text;
}

std::string entryName(const BaselineEntry& entry)
{
    std::string name(entry.protocol ? token(*entry.protocol) : "tcp or udp");
    name += ' ' + portsText(entry) + ' ';
    if (entry.isAnyProgram || entry.programs.empty()) {
        name += "any program";
    } else {
        const std::string& program = entry.programs.front();
        name += program.empty() ? "an unknown program" : program;
    }
    if (!entry.user.isAny && !entry.user.text.empty()) {
        name += ' ' + entry.user.text;
    }
    for (std::size_t i = 0; !entry.user.isAny && i < entry.otherUsers.size(); ++i) {
        name += (i == 0 && entry.user.text.empty() ? " " : ", ") + entry.otherUsers[i];
    }
    // Without it, a listener at another address of the port would seem to be the missing one.
    if (entry.address.scope != ExpectedAddress::Scope::Any) {
        name += " at " + addressText(entry.address);
    }
    return name;
}

std::string portsText(const BaselineEntry& entry)
{
    if (entry.rpcProgram) {
        return "rpc:" + rpcText(*entry.rpcProgram);
    }
    const auto [first, last] = entry.ports;
    return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
}

}  // namespace quaywatch
