// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/port_notes.h"

#include "core/message/message_list.h"
#include "core/registry/active_registry.h"
#include "core/registry/service_registry.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::registry {
namespace {

/// Whether an imported registry gives the port the same state as the built-in one, for which the
/// notes were written.
bool isAsWritten(Port port) noexcept
{
    const auto isSame = [port](Protocol protocol) {
        return active().table.lookup(port, protocol).state ==
               builtIn().table.lookup(port, protocol).state;
    };
    return isSame(Protocol::Tcp) && isSame(Protocol::Udp);
}

// Facts only, each with its document. Rumors about malware do not belong here: a port number is no
// evidence of it.
std::optional<Message> noteOn(Port port)
{
    const auto sentences = [](MessageId first, std::initializer_list<MessageId> further) {
        std::vector<MessageArgument> all{Message(first)};
        for (const MessageId id : further) {
            all.emplace_back(Message(id));
        }
        return Message(MessageId::Sentences, std::move(all));
    };
    using enum MessageId;
    switch (port) {
        case 0:
            return sentences(Port0Reserved, {Port0PicksAnother});
        case 100:
        case 796:
            return sentences(UnauthorizedUse, {});
        case 111:
            return sentences(Port111Directory, {Port111Programs});
        case 113:
            return sentences(Port113Protocol, {Port113Name});
        case 465:
            return sentences(Port465Mail, {Port465Names});
        case 931:
            return sentences(Port931Mistaken, {Port931Protocol, Port931Unassigned});
        case 953:
            return sentences(Port953Rndc, {Port953Assigned});
        case 1008:
            return sentences(Port1008Guess, {Port1008NoTcp});
        case 1021:
        case 1022:
            return sentences(ExperimentalPort, {ExperimentalUse});
        case 1023:
            return sentences(Port1023Reserved, {Port1023Nfs});
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<Message> portNote(Port port)
{
    return isAsWritten(port) ? noteOn(port) : std::nullopt;
}

std::optional<Message> oftenUsedMessage(Port port, Protocol protocol)
{
    const std::string_view use = oftenUsedBy(port, protocol);
    if (use.empty()) {
        return std::nullopt;
    }
    const auto id = parseMessageId("use-of-port-" + std::to_string(port));
    return id ? Message(*id) : Message(use);
}

}  // namespace quaywatch::registry
