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

std::string_view protocolOf(const BaselineEntry& entry) noexcept
{
    return entry.protocol ? token(*entry.protocol) : std::string_view("tcp/udp");
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

bool isWhollyOverruled(const OverruledEntry& overruled) noexcept
{
    const auto& [entry, fixedBy] = overruled;
    const bool isProtocolFixed = !fixedBy->protocol || fixedBy->protocol == entry->protocol;
    return isProtocolFixed && (entry->rpcProgram || (fixedBy->ports.first <= entry->ports.first &&
                                                     entry->ports.last <= fixedBy->ports.last));
}

Message overruledText(const OverruledEntry& overruled, std::string_view ownName)
{
    const auto& [entry, fixedBy] = overruled;
    return Message(MessageId::EntryHasNoEffect, ownName, entry->line, protocolOf(*fixedBy),
                   portsText(*fixedBy), *fixedBy->systemFile, fixedBy->line);
}

Result<void> checkNotFixed(const BaselinePtr& system, const std::vector<BaselineEntry>& entries)
{
    for (const BaselineEntry& entry : entries) {
        if (const BaselineEntry* const fixed = system ? fixedEntryFor(*system, entry) : nullptr) {
            return failure(ErrorCode::PermissionDenied, fixedText(*fixed));
        }
    }
    return {};
}

Message fixedText(const BaselineEntry& fixedBy)
{
    return Message(MessageId::PortIsFixed, protocolOf(fixedBy), portsText(fixedBy),
                   *fixedBy.systemFile, fixedBy.line);
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
