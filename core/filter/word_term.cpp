// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/word_term.h"

#include "core/text/text_scan.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace quaywatch {
namespace {

/// Whether the text can be a part of an address: it contains dots or colons, or both decimal digits
/// and the letters a to f ("fe80"). "80" is only searched in ports, and "face" in names.
bool looksLikeAddress(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789";
    constexpr std::string_view kAddressBytes = "0123456789abcdefABCDEF.:[]";
    const bool hasDigit = text.find_first_of(kDigits) != std::string_view::npos;
    const bool hasOther = text.find_first_not_of(kDigits) != std::string_view::npos;
    const bool isDivided = text.find_first_of(".:") != std::string_view::npos;
    return text.find_first_not_of(kAddressBytes) == std::string_view::npos &&
           (isDivided || (hasDigit && hasOther));
}

bool matchesEndpoint(const TextPattern& pattern, const IpAddress& address, Port port)
{
    IpAddress::TextBuffer buffer;
    const std::string_view text = address.print(buffer);
    if (pattern.matches(text)) {
        return true;
    }
    const bool isV6 = address.family() == AddressFamily::Ipv6;
    std::string endpoint = isV6 ? "[" : "";
    endpoint.append(text).append(isV6 ? "]:" : ":").append(std::to_string(port));
    return pattern.matches(endpoint);
}

bool matchesCommand(const TextPattern& pattern, const std::vector<std::string>& command)
{
    if (std::any_of(command.begin(), command.end(),
                    [&](const std::string& argument) { return pattern.matches(argument); })) {
        return true;
    }
    if (!pattern.contains(' ')) {
        return false;
    }
    std::string line;
    for (const std::string& argument : command) {
        line.append(line.empty() ? "" : " ").append(argument);
    }
    return pattern.matches(line);
}

bool matchesAnyText(const TextPattern& pattern, const ProcessInfo& process)
{
    return matchesProcess(pattern, process) || pattern.matchesIn(process.exe) ||
           pattern.matchesIn(process.workingDirectory) || pattern.matchesIn(process.user) ||
           pattern.matchesIn(process.unit) || pattern.matchesIn(process.container) ||
           matchesCommand(pattern, process.command);
}

/// Matches the texts of the socket itself, without its owners.
bool matchesAnyText(const TextPattern& pattern, const SocketRecord& socket)
{
    const ServiceContext* serviceContext = socket.serviceContext.get();
    return pattern.matchesIn(socket.user) || pattern.matchesIn(socket.interfaceName) ||
           (serviceContext != nullptr && (pattern.matchesIn(serviceContext->unit) ||
                                          pattern.matchesIn(serviceContext->container))) ||
           matchesService(pattern, socket);
}

}  // namespace

WordTerm::WordTerm(const FilterValue& value)
    : m_pattern(value.text, value.isExact)
    , m_number(parseUnsignedUpTo(std::numeric_limits<std::int32_t>::max(), value.text))
    , m_mayBeInAddress(looksLikeAddress(value.text))
    , m_tokens(m_pattern)
{
}

WordTerm WordTerm::compile(const FilterValue& value)
{
    return WordTerm(value);
}

bool WordTerm::matches(const SocketRecord& socket, OwnerMatchCache* cache) const
{
    const SocketKey& key = socket.key;
    if (m_tokens.matches(socket, cache) ||
        (m_number &&
         (*m_number == key.localPort || (socket.hasRemote() && *m_number == key.remotePort)))) {
        return true;
    }
    if (m_mayBeInAddress &&
        (matchesEndpoint(m_pattern, key.localAddress, key.localPort) ||
         (socket.hasRemote() && matchesEndpoint(m_pattern, key.remoteAddress, key.remotePort)))) {
        return true;
    }
    return matchesAnyText(m_pattern, socket) ||
           anyOwner(socket, cache, this, [this](const ProcessInfo& owner) {
               return m_number == owner.id.pid || matchesAnyText(m_pattern, owner);
           });
}

std::optional<bool> WordTerm::matchesVacantPort(Port port) const
{
    const bool isFound = m_number == port || matchesService(m_pattern, port);
    return isFound ? std::optional(true) : std::nullopt;
}

void WordTerm::appendBoundaries(std::vector<std::uint32_t>& boundaries) const
{
    if (m_number) {
        boundaries.insert(boundaries.end(), {*m_number, *m_number + 1});
    }
}

}  // namespace quaywatch
