// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/text_term.h"

#include "core/message/message_list.h"
#include "core/text/text_scan.h"

#include <algorithm>

namespace quaywatch {

tl::expected<TextTerm, FilterError> TextTerm::compile(const FilterToken& token, Field field)
{
    TextTerm term;
    term.m_field = field;
    for (const FilterValue& value : token.values) {
        const bool isNumber = value.text.find_first_not_of("0123456789") == std::string::npos;
        if (field != Field::User || !isNumber) {
            term.m_patterns.emplace_back(value.text, value.isExact);
            continue;
        }
        const auto uid = parseUnsigned<std::uint32_t>(value.text);
        if (!uid) {
            return filterFailure(value.position,
                                 Message(MessageId::NoUserInFilter, inQuotes(value.text)));
        }
        term.m_uids.push_back(*uid);
    }
    return term;
}

bool TextTerm::matches(const SocketRecord& socket, OwnerMatchCache* cache) const
{
    return matchesSocket(socket) || anyOwner(socket, cache, this, [this](const ProcessInfo& owner) {
               return matchesOwner(owner);
           });
}

std::optional<bool> TextTerm::matchesVacantPort(Port port) const
{
    if (m_field != Field::Service) {
        return std::nullopt;
    }
    return std::any_of(m_patterns.begin(), m_patterns.end(), [port](const TextPattern& pattern) {
        return matchesService(pattern, port);
    });
}

/// Only `user:` has numbers.
bool TextTerm::hasUid(const std::optional<std::uint32_t>& uid) const noexcept
{
    return uid && std::find(m_uids.begin(), m_uids.end(), *uid) != m_uids.end();
}

bool TextTerm::matchesOwner(const ProcessInfo& owner) const
{
    if (hasUid(owner.uid)) {
        return true;
    }
    return std::any_of(m_patterns.begin(), m_patterns.end(), [&](const TextPattern& pattern) {
        switch (m_field) {
            case Field::Process:
                return matchesProcess(pattern, owner);
            case Field::User:
                return pattern.matchesIn(owner.user);
            case Field::Unit:
                return pattern.matchesIn(owner.unit);
            case Field::Container:
                return pattern.matchesIn(owner.container);
            case Field::Service:
                break;
        }
        return false;
    });
}

/// Matches the socket itself, without its owners.
bool TextTerm::matchesSocket(const SocketRecord& socket) const
{
    if (hasUid(socket.uid)) {
        return true;
    }
    return std::any_of(m_patterns.begin(), m_patterns.end(), [&](const TextPattern& pattern) {
        switch (m_field) {
            case Field::Process:
                return false;
            case Field::User:
                return pattern.matchesIn(socket.user);
            case Field::Unit:
                return socket.serviceContext && pattern.matchesIn(socket.serviceContext->unit);
            case Field::Container:
                return socket.serviceContext && pattern.matchesIn(socket.serviceContext->container);
            case Field::Service:
                return matchesService(pattern, socket);
        }
        return false;
    });
}

}  // namespace quaywatch
