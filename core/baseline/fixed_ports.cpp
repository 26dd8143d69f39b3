// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/fixed_ports.h"

#include "core/baseline/drift.h"
#include "core/message/message_list.h"

#include <algorithm>
#include <string>
#include <utility>

namespace quaywatch {
namespace {

bool haveCommonProtocol(const BaselineEntry& a, const BaselineEntry& b) noexcept
{
    return !a.protocol || !b.protocol || *a.protocol == *b.protocol;
}

bool areAboutSamePort(const BaselineEntry& a, const BaselineEntry& b) noexcept
{
    if (!haveCommonProtocol(a, b)) {
        return false;
    }
    return a.rpcProgram || b.rpcProgram
               ? a.rpcProgram == b.rpcProgram
               : a.ports.first <= b.ports.last && b.ports.first <= a.ports.last;
}

/// Whether both expect the same. Whether the listener is required, and why, is each file's own.
bool expectsSame(const BaselineEntry& entry, const BaselineEntry& fixed)
{
    BaselineEntry other = fixed;
    other.isFixed = entry.isFixed;
    other.isRequired = entry.isRequired;
    other.note = entry.note;
    return entry.means(other);
}

/// Whether some file of the system fixes what the entry expects.
bool isAlsoFixed(const Baseline& baseline, const BaselineEntry& entry)
{
    const auto& entries = baseline.entries();
    return std::any_of(entries.begin(), entries.end(), [&entry](const BaselineEntry& candidate) {
        return candidate.fixesPort() && expectsSame(entry, candidate);
    });
}

bool expectsSameApartFromPort(const BaselineEntry& entry, const BaselineEntry& fixed)
{
    BaselineEntry other = fixed;
    other.ports = entry.ports;
    other.rpcProgram = entry.rpcProgram;
    return expectsSame(entry, other);
}

/// The entry that fixes the listener's port if only the listener shows that it does so for `entry`,
/// which is about the listener, too; otherwise null.
const BaselineEntry* fixedAtListener(const Baseline& baseline, const BaselineEntry& entry,
                                     const SocketRecord& listener)
{
    const BaselineEntry* found = nullptr;
    for (const BaselineEntry& fixed : baseline.entries()) {
        if (!fixed.fixesPort() || !fixed.isAbout(listener)) {
            continue;
        }
        const bool isSameKind = fixed.rpcProgram.has_value() == entry.rpcProgram.has_value();
        if (isSameKind || expectsSameApartFromPort(entry, fixed)) {
            return nullptr;  // Known without the listener, or no contradiction.
        }
        found = found == nullptr ? &fixed : found;
    }
    return found;
}

bool isListed(const std::vector<OverruledEntry>& overruled, const OverruledEntry& wanted)
{
    return std::any_of(overruled.begin(), overruled.end(), [&wanted](const OverruledEntry& each) {
        return each.entry == wanted.entry && each.fixedBy == wanted.fixedBy && each.at == wanted.at;
    });
}

std::string_view protocolOf(const BaselineEntry& entry) noexcept
{
    return entry.protocol ? token(*entry.protocol) : std::string_view("tcp/udp");
}

struct FixedPort {
    std::string_view protocol;
    std::string ports;
};

/// "tcp", "22"; "tcp", "40000 (rpc:mountd)"
FixedPort fixedPort(const BaselineEntry& fixedBy, const std::optional<PortId>& at)
{
    if (!at) {
        return {protocolOf(fixedBy), portsText(fixedBy)};
    }
    const std::string port = std::to_string(at->port);
    return {token(at->protocol),
            fixedBy.rpcProgram ? port + " (" + portsText(fixedBy) + ")" : port};
}

}  // namespace

const BaselineEntry* fixedEntryFor(const Baseline& baseline, const BaselineEntry& entry) noexcept
{
    const auto& entries = baseline.entries();
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&entry](const BaselineEntry& candidate) {
            return candidate.fixesPort() && areAboutSamePort(candidate, entry);
        });
    return found == entries.end() ? nullptr : &*found;
}

std::vector<OverruledEntry> overruledEntries(const Baseline& baseline)
{
    std::vector<OverruledEntry> overruled;
    for (const BaselineEntry& entry : baseline.entries()) {
        const BaselineEntry* const fixedBy =
            entry.systemFile ? nullptr : fixedEntryFor(baseline, entry);
        if (fixedBy != nullptr && !isAlsoFixed(baseline, entry)) {
            overruled.push_back({&entry, fixedBy});
        }
    }
    return overruled;
}

std::vector<OverruledEntry> overruledAtListeners(const Baseline& baseline, const Snapshot& snapshot)
{
    std::vector<OverruledEntry> overruled;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (!socket.isListener() || !socket.rpc || baseline.fixedEntryAbout(socket) == nullptr) {
            continue;
        }
        for (const BaselineEntry& entry : baseline.entries()) {
            if (entry.systemFile || !entry.isAbout(socket)) {
                continue;
            }
            const OverruledEntry each{&entry, fixedAtListener(baseline, entry, socket),
                                      PortId{socket.key.localPort, socket.key.protocol}};
            if (each.fixedBy != nullptr && !isListed(overruled, each)) {
                overruled.push_back(each);
            }
        }
    }
    return overruled;
}

bool isWhollyOverruled(const OverruledEntry& overruled) noexcept
{
    const auto& [entry, fixedBy, at] = overruled;
    if (at) {
        return false;  // The service may listen on another port, and another one on this port.
    }
    const bool isProtocolFixed = !fixedBy->protocol || fixedBy->protocol == entry->protocol;
    return isProtocolFixed && (entry->rpcProgram || (fixedBy->ports.first <= entry->ports.first &&
                                                     entry->ports.last <= fixedBy->ports.last));
}

Message overruledText(const OverruledEntry& overruled, std::string_view ownName)
{
    const auto& [entry, fixedBy, at] = overruled;
    const FixedPort port = fixedPort(*fixedBy, at);
    return Message(MessageId::EntryHasNoEffect, ownName, entry->line, port.protocol, port.ports,
                   *fixedBy->systemFile, fixedBy->line);
}

Result<void> checkNotFixed(const BaselinePtr& system, const std::vector<BaselineEntry>& entries,
                           const Snapshot* snapshot)
{
    if (!system) {
        return {};
    }
    for (const BaselineEntry& entry : entries) {
        if (const BaselineEntry* const fixed = fixedEntryFor(*system, entry)) {
            return failure(ErrorCode::PermissionDenied, fixedText(*fixed));
        }
    }
    if (snapshot == nullptr) {
        return {};
    }
    std::vector<BaselineEntry> all = system->entries();
    all.insert(all.end(), entries.begin(), entries.end());
    const Baseline together(std::move(all));
    const std::vector<OverruledEntry> overruled = overruledAtListeners(together, *snapshot);
    return overruled.empty() ? Result<void>()
                             : failure(ErrorCode::PermissionDenied,
                                       fixedText(*overruled.front().fixedBy, overruled.front().at));
}

Message fixedText(const BaselineEntry& fixedBy, const std::optional<PortId>& at)
{
    const FixedPort port = fixedPort(fixedBy, at);
    return Message(MessageId::PortIsFixed, port.protocol, port.ports, *fixedBy.systemFile,
                   fixedBy.line);
}

Message systemEntryText(const BaselineEntry& entry)
{
    return Message(entry.isFixed ? MessageId::FixedEntryOfSystem : MessageId::EntryOfSystem,
                   *entry.systemFile, entry.line);
}

std::shared_ptr<const std::vector<PortRemark>> overruledRemarks(const Baseline& baseline)
{
    std::vector<PortRemark> remarks;
    for (const OverruledEntry& overruled : overruledEntries(baseline)) {
        const BaselineEntry& entry = *overruled.entry;
        const BaselineEntry& fixed = *overruled.fixedBy;
        if (!entry.rpcProgram) {
            const PortRange common{std::max(entry.ports.first, fixed.ports.first),
                                   std::min(entry.ports.last, fixed.ports.last)};
            remarks.push_back({common, entry.protocol ? entry.protocol : fixed.protocol,
                               overruledText(overruled, baseline.name())});
        }
    }
    return remarks.empty() ? nullptr
                           : std::make_shared<const std::vector<PortRemark>>(std::move(remarks));
}

std::shared_ptr<const std::vector<PortRemark>> overruledRemarks(const Baseline& baseline,
                                                                const Snapshot& snapshot)
{
    const std::vector<OverruledEntry> overruled = overruledAtListeners(baseline, snapshot);
    if (overruled.empty()) {
        return baseline.remarks();
    }
    std::vector<PortRemark> remarks;
    if (baseline.remarks()) {
        remarks = *baseline.remarks();
    }
    for (const OverruledEntry& each : overruled) {
        const auto& [port, protocol] = *each.at;
        remarks.push_back({{port, port}, protocol, overruledText(each, baseline.name())});
    }
    return std::make_shared<const std::vector<PortRemark>>(std::move(remarks));
}

Message reasonFor(const BaselineEntry& entry, std::string_view ownName)
{
    const std::string_view file = fileOf(entry, ownName);
    if (entry.note.empty()) {
        return Message(
            entry.fixesPort() ? MessageId::ExpectedByFixedEntry : MessageId::ExpectedByEntry, file,
            entry.line);
    }
    return Message(entry.fixesPort() ? MessageId::ExpectedByFixedEntryWithNote
                                     : MessageId::ExpectedByEntryWithNote,
                   file, entry.line, entry.note);
}

std::string_view fileOf(const BaselineEntry& entry, std::string_view ownName) noexcept
{
    return entry.systemFile ? std::string_view(*entry.systemFile) : ownName;
}

}  // namespace quaywatch
