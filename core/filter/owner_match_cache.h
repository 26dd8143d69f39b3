// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <unordered_map>
#include <utility>

namespace quaywatch {

/// Remembers which owners a term matched. For one thread; valid as long as the owner sets exist.
class OwnerMatchCache {
public:
    /// The remembered answer, otherwise that of `ask`.
    template <class Ask>
    bool recall(const void* term, const OwnerSet* owners, const Ask& ask)
    {
        const auto [entry, isNew] = m_answers.try_emplace({term, owners}, false);
        if (isNew) {
            entry->second = ask();
        }
        return entry->second;
    }

private:
    using Question = std::pair<const void*, const OwnerSet*>;
    struct Hash {
        std::size_t operator()(const Question& question) const noexcept
        {
            return std::hash<const void*>{}(question.first) * 31 +
                   std::hash<const void*>{}(question.second);
        }
    };
    std::unordered_map<Question, bool, Hash> m_answers;
};

/// Whether `test(owner)` is true of an owner of the socket. It must not depend on the socket.
/// @param cache  May be null.
/// @param term  The term that asks.
template <class Test>
[[nodiscard]] bool anyOwner(const SocketRecord& socket, OwnerMatchCache* cache, const void* term,
                            const Test& test)
{
    const OwnerSet* owners = socket.ownerSet.get();
    if (owners == nullptr) {
        return false;
    }
    const auto ask = [&] {
        return std::any_of(owners->begin(), owners->end(),
                           [&](const ProcessPtr& owner) { return test(*owner); });
    };
    return cache != nullptr ? cache->recall(term, owners, ask) : ask();
}

}  // namespace quaywatch
