// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_entry.h"

#include "core/base/token_table.h"
#include "core/message/message_list.h"
#include "core/registry/packed_registry.h"
#include "core/text/display_text.h"
#include "core/text/text_scan.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace quaywatch {
namespace {

constexpr std::size_t kLongestServiceName = 64;
constexpr std::size_t kMaxEntryText = 800;
constexpr unsigned kAllProtocols = 0xF;

/// The text as one line of printable characters; each other character becomes a blank.
std::string cleaned(std::string_view text)
{
    std::string line;
    bool isApart = false;
    for (std::size_t at = 0; at < text.size() && line.size() < kMaxEntryText;) {
        const DecodedCodePoint step = decodeUtf8(text, at);
        at += step.size;
        if (!step.character || *step.character == ' ' || !isPrintable(*step.character)) {
            isApart = !line.empty();
            continue;
        }
        if (isApart) {
            line += ' ';
            isApart = false;
        }
        appendUtf8(line, *step.character);
    }
    return line;
}

bool startsWith(std::string_view text, std::string_view word)
{
    return equalsIgnoringCase(text.substr(0, word.size()), word);
}

bool contains(std::string_view text, std::string_view word)
{
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        if (startsWith(text.substr(at), word)) {
            return true;
        }
    }
    return false;
}

/// Parses "22" or "6000-6063".
std::optional<PortRange> portsOf(std::string_view text)
{
    const std::size_t dash = text.find('-');
    const auto first = parseUnsigned<Port>(text.substr(0, dash));
    const auto last =
        dash == std::string_view::npos ? first : parseUnsigned<Port>(text.substr(dash + 1));
    const bool isRange = first && last && *first <= *last;
    return isRange ? std::optional(PortRange{*first, *last}) : std::nullopt;
}

std::optional<unsigned> protocolsOf(std::string_view text)
{
    if (text.empty()) {
        return kAllProtocols;
    }
    const std::optional<Protocol> protocol = parseProtocol(text);
    return protocol ? std::optional(protocolBit(*protocol)) : std::nullopt;
}

bool isName(const std::string& name)
{
    return name.size() <= kLongestServiceName &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
}

/// IANA's wordings for the state of a record without a name; of each kind the longest comes first.
struct Wording {
    std::string_view begin;
    AssignmentState state;
    int rank;
};
constexpr auto kWordings = std::to_array<Wording>({
    {"(unassigned)", AssignmentState::Unassigned, 5},
    {"unassigned", AssignmentState::Unassigned, 5},
    {"de-registered", AssignmentState::Deassigned, 4},
    {"removed", AssignmentState::Deassigned, 4},
    {"deprecated", AssignmentState::Deassigned, 4},
    {"de-commissioned", AssignmentState::Deassigned, 4},
    {"decommissioned", AssignmentState::Deassigned, 4},
    {"decomissioned", AssignmentState::Deassigned, 4},
    {"reserved", AssignmentState::Reserved, 3},
});
constexpr int kDeassignedByNote = 2;
constexpr int kPrivate = 1;
constexpr int kAssigned = 0;

/// Whether the note on a reserved port says that it had a service.
bool saysItWasAssigned(std::string_view note)
{
    const auto signs = {"de-assigned", "removed", "released by", "historic usage"};
    return std::any_of(signs.begin(), signs.end(),
                       [note](std::string_view sign) { return contains(note, sign); });
}

/// Removes the sentence that IANA adds to the description of a service that was given a new name.
std::string withoutReplacement(std::string description)
{
    const std::size_t at = description.find("IANA assigned this well-formed service name");
    if (at != std::string::npos) {
        description.erase(at);
    }
    return std::string(strip(description, " "));
}

/// Sets state, rank and description of a record without a name.
void describeNameless(const RegistryRecord& record, RegistryEntry& entry)
{
    const std::string description = cleaned(record.description);
    const auto* const wording = std::find_if(
        kWordings.begin(), kWordings.end(),
        [&](const Wording& candidate) { return startsWith(description, candidate.begin); });
    if (wording == kWordings.end()) {
        entry.state = AssignmentState::Private;
        entry.rank = kPrivate;
        entry.description = description;
        return;
    }
    const std::string note = cleaned(record.note);
    entry.state = wording->state;
    entry.rank = wording->rank;
    entry.description =
        strip(std::string_view(description).substr(wording->begin.size()), " -[]()");
    if (entry.state == AssignmentState::Reserved && saysItWasAssigned(note)) {
        entry.state = AssignmentState::Deassigned;
        entry.rank = kDeassignedByNote;
    }
    if (entry.state == AssignmentState::Deassigned && entry.description.empty()) {
        entry.description = note;
    }
}

}  // namespace

Result<RegistryEntry> readRegistryEntry(const RegistryRecord& record)
{
    const std::string_view number = strip(record.number);
    const auto wrong = [number](MessageId why, std::string_view what) {
        return failure(ErrorCode::Malformed,
                       Message(why, displayText(number, 20), displayText(what, 40)));
    };
    const std::optional<PortRange> ports = portsOf(number);
    if (!ports) {
        return failure(ErrorCode::Malformed,
                       Message(MessageId::NoPortInRecord, displayText(number, 40)));
    }
    const std::string_view protocol = strip(record.protocol);
    const std::optional<unsigned> protocols = protocolsOf(protocol);
    if (!protocols) {
        return wrong(MessageId::NoProtocolInRecord, protocol);
    }
    RegistryEntry entry;
    entry.ports = *ports;
    entry.protocols = *protocols;
    entry.name = strip(record.name);
    if (!isName(entry.name)) {
        return wrong(MessageId::NoServiceName, entry.name);
    }
    if (entry.name.empty()) {
        describeNameless(record, entry);
    } else {
        entry.state = AssignmentState::Assigned;
        entry.rank = kAssigned;
        entry.description = withoutReplacement(cleaned(record.description));
    }
    return entry;
}

}  // namespace quaywatch
