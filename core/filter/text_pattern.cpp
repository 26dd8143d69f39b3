// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/text_pattern.h"

#include "core/registry/service_registry.h"

#include <algorithm>

namespace quaywatch {
namespace {

constexpr char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

TextPattern::TextPattern(std::string_view text, bool isExact)
    : m_lower(text)
    , m_isExact(isExact)
{
    std::transform(m_lower.begin(), m_lower.end(), m_lower.begin(), lower);
}

bool TextPattern::matches(std::string_view candidate) const noexcept
{
    if (candidate.size() < m_lower.size() || (m_isExact && candidate.size() != m_lower.size())) {
        return false;
    }
    return std::search(candidate.begin(), candidate.end(), m_lower.begin(), m_lower.end(),
                       [](char c, char wanted) { return lower(c) == wanted; }) != candidate.end();
}

bool matchesService(const TextPattern& pattern, Port port, Protocol protocol)
{
    const ServiceNames names = registry::lookup(port, protocol).names;
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return pattern.matches(name); });
}

bool matchesService(const TextPattern& pattern, const SocketRecord& socket)
{
    const SocketKey& key = socket.key;
    return matchesService(pattern, key.localPort, key.protocol) ||
           (socket.rpc && pattern.matches(rpcNameOf(socket))) ||
           (socket.hasRemote() && matchesService(pattern, key.remotePort, key.protocol));
}

bool matchesService(const TextPattern& pattern, Port port)
{
    return matchesService(pattern, port, Protocol::Tcp) ||
           matchesService(pattern, port, Protocol::Udp);
}

bool matchesProcess(const TextPattern& pattern, const ProcessInfo& process)
{
    return pattern.matches(process.name) || pattern.matches(process.comm) ||
           pattern.matchesIn(process.script) ||
           (pattern.contains('/') && pattern.matchesIn(process.exe));
}

}  // namespace quaywatch
