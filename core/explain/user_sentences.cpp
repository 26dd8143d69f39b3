// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/user_sentences.h"

#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <cstddef>
#include <unordered_set>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxUsers = 4;

}  // namespace

std::string userText(const SocketUser& user)
{
    if (!user.name.empty()) {
        return displayText(user.name);
    }
    return user.uid ? fmt::format("uid {}", *user.uid) : std::string{};
}

void addUsers(std::vector<MessageArgument>& facts, const SocketRecord& socket,
              const OwnerSet& owners)
{
    std::vector<MessageArgument> users;
    std::unordered_set<std::string> distinct;
    bool isMadeByOwner = false;
    for (const ProcessPtr& owner : owners) {
        const std::string user = userText(userOfOwner(*owner, socket));
        if (!user.empty() && distinct.insert(user).second && users.size() < kMaxUsers) {
            users.emplace_back(user);
        }
        // An owner whose user is not known may be the creator.
        isMadeByOwner = isMadeByOwner || !owner->uid || owner->uid == socket.uid;
    }
    if (!users.empty()) {
        const std::size_t more = distinct.size() - users.size();
        Message names(MessageId::CommaList, std::move(users));
        facts.emplace_back(Message(
            MessageId::User,
            more == 0 ? std::move(names) : Message(MessageId::AndMore, std::move(names), more)));
    }
    if (!owners.empty() && !isMadeByOwner && socket.uid) {
        facts.emplace_back(Message(MessageId::SocketMadeBy, userText(creatorOf(socket))));
    }
}

}  // namespace quaywatch
