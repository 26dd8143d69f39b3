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

/// The title of a process: argv[0], which a process may write over the whole of its command line.
/// Without its folders, unless the pattern has some; also its first word alone, which an exact
/// pattern can name: "gunicorn: master [shop]".
bool matchesTitle(const TextPattern& pattern, const std::vector<std::string>& command)
{
    if (command.empty()) {
        return false;
    }
    std::string_view title = command.front();
    if (pattern.contains('/') && pattern.matches(title)) {
        return true;
    }
    std::string_view first = title.substr(0, title.find(' '));
    const std::size_t slash = first.rfind('/');
    title.remove_prefix(slash == std::string_view::npos ? 0 : slash + 1);
    first = title.substr(0, title.find_first_of(": "));
    return pattern.matches(title) || pattern.matches(first);
}

bool matchesProcess(const TextPattern& pattern, const ProcessInfo& process)
{
    return pattern.matches(process.name) || pattern.matches(process.comm) ||
           pattern.matchesIn(process.script) || matchesTitle(pattern, process.command) ||
           (pattern.contains('/') && pattern.matchesIn(process.runs)) ||
           (pattern.contains('/') && pattern.matchesIn(process.exe));
}

}  // namespace quaywatch
