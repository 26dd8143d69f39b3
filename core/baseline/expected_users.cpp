// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/expected_users.h"

#include "core/message/message_list.h"
#include "core/sockets/socket_user.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace quaywatch {
namespace {

/// Whether the text of an entry means the user. The number is accepted, too, whether the user has a
/// name or not.
bool means(std::string_view text, const SocketUser& user)
{
    if (!user.isKnown()) {
        return text.empty();
    }
    return !text.empty() && (text == user.name || (user.uid && text == std::to_string(*user.uid)));
}

bool lists(const BaselineEntry& entry, const SocketUser& user)
{
    return means(entry.user.text, user) ||
           std::any_of(entry.otherUsers.begin(), entry.otherUsers.end(),
                       [&user](const std::string& text) { return means(text, user); });
}

const ProcessInfo* parentAmong(const OwnerSet& owners, const ProcessInfo& child)
{
    const auto parent = std::find_if(owners.begin(), owners.end(), [&child](const ProcessPtr& one) {
        return one->id.pid == child.parentPid && one->id.startTime <= child.id.startTime;
    });
    return parent != owners.end() ? parent->get() : nullptr;
}

bool isServiceOfSystem(const ProcessInfo& process)
{
    return process.unit && process.unit->ends_with(".service") && !process.unitManagerUid &&
           !process.unit->starts_with("user@");
}

/// The process of root that holds the socket and gave it to this process, which is a child of it
/// and no longer root; null if there is none. A process can change its parent only to one that it
/// descends from anyway, or to process 1.
const ProcessInfo* rootAbove(const ProcessInfo& owner, const OwnerSet& owners)
{
    // The owners may be many, and made so by anyone.
    constexpr int kMaxGenerations = 4;
    if (!owner.uid || *owner.uid == 0) {
        return nullptr;
    }
    const ProcessInfo* child = &owner;
    for (int i = 0; i < kMaxGenerations; ++i) {
        const ProcessInfo* const parent = parentAmong(owners, *child);
        if (parent == nullptr || !parent->uid) {
            return nullptr;
        }
        if (*parent->uid == 0) {
            const bool isOwnProgram =
                child->exe && child->exe == parent->exe && !child->isExeForeign;
            const bool isChild = parent->id.pid != 1 || isOwnProgram || isServiceOfSystem(*child);
            return isChild ? parent : nullptr;
        }
        if (parent->uid != owner.uid) {
            return nullptr;
        }
        child = parent;
    }
    return nullptr;
}

bool acceptsOwner(const BaselineEntry& entry, const ProcessInfo& owner, const SocketRecord& socket)
{
    if (lists(entry, userOfOwner(owner, socket))) {
        return true;
    }
    const ProcessInfo* const root = rootAbove(owner, socket.owners());
    return root != nullptr && lists(entry, userOfOwner(*root, socket));
}

/// Whether a process holds the socket that is not among its owners, or none is known.
bool hasUnknownOwner(const SocketRecord& socket)
{
    return socket.owners().empty() || socket.ownerState == OwnerState::Partial;
}

void addOnce(std::vector<std::string>& texts, std::string text)
{
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
        texts.push_back(std::move(text));
    }
}

/// The first users of owners that the entry does not accept.
std::vector<std::string> unacceptedUsers(const BaselineEntry& entry, const SocketRecord& socket)
{
    constexpr std::size_t kMaxUsersNamed = 4;
    std::size_t ownersLeft = 64;
    std::vector<std::string> users;
    for (const ProcessPtr& owner : socket.owners()) {
        if (acceptsOwner(entry, *owner, socket)) {
            continue;
        }
        addOnce(users, userOfOwner(*owner, socket).text());
        if (users.size() == kMaxUsersNamed || --ownersLeft == 0) {
            break;
        }
    }
    return users;
}

/// "www-data" or, as a list in a file, ["www-data", "backup"].
std::string asWritten(const std::vector<std::string>& users)
{
    std::string text;
    for (const std::string& user : users) {
        text.append(text.empty() ? "" : ", ").append('"' + user + '"');
    }
    return users.size() == 1 ? text : '[' + text + ']';
}

Message orUnknownUser(const std::string& text, MessageId ifEmpty)
{
    return text.empty() ? Message(ifEmpty) : Message(text);
}

Message wantedUsers(const BaselineEntry& entry)
{
    Message users = orUnknownUser(entry.user.text, MessageId::AnUnknownOne);
    for (const std::string& user : entry.otherUsers) {
        users = Message(MessageId::OneOrOther, std::move(users),
                        orUnknownUser(user, MessageId::AnUnknownOne));
    }
    return users;
}

}  // namespace

bool acceptsUsers(const BaselineEntry& entry, const SocketRecord& socket)
{
    if (entry.user.isAny) {
        return true;
    }
    if (hasUnknownOwner(socket) && !lists(entry, creatorOf(socket))) {
        return false;
    }
    const OwnerSet& owners = socket.owners();
    return std::all_of(owners.begin(), owners.end(), [&](const ProcessPtr& owner) {
        return acceptsOwner(entry, *owner, socket);
    });
}

bool isComparedWithCreator(const BaselineEntry& entry, const SocketRecord& socket)
{
    return !entry.user.isAny && creatorOf(socket).isKnown() && hasUnknownOwner(socket) &&
           (socket.ownerState == OwnerState::Hidden || socket.ownerState == OwnerState::Partial);
}

bool isAboutToChangeUser(const Baseline& baseline, const SocketRecord& listener, Baseline::Time now)
{
    const OwnerSet& owners = listener.owners();
    const bool isRoots = listener.uid == 0U && !owners.empty() &&
                         std::all_of(owners.begin(), owners.end(),
                                     [](const ProcessPtr& owner) { return owner->uid == 0U; });
    if (!isRoots) {
        return false;
    }
    const std::vector<BaselineEntry>& entries = baseline.entries();
    return std::any_of(entries.begin(), entries.end(), [&](const BaselineEntry& entry) {
        if (entry.user.isAny || entry.isOver(now) || !entry.isAbout(listener)) {
            return false;
        }
        BaselineEntry ofRoot = entry;
        ofRoot.user.text = "0";
        return ofRoot.accepts(listener);
    });
}

Message userDifference(const BaselineEntry& entry, const SocketRecord& socket)
{
    const std::vector<std::string> others = unacceptedUsers(entry, socket);
    const SocketUser creator = creatorOf(socket);
    if (others.empty()) {
        const bool isHidden = isComparedWithCreator(entry, socket);
        return Message(isHidden ? MessageId::OtherCreator : MessageId::OtherUser,
                       orUnknownUser(creator.text(), MessageId::Unknown), wantedUsers(entry));
    }
    std::vector<MessageArgument> list;
    list.reserve(others.size());
    for (const std::string& user : others) {
        list.emplace_back(orUnknownUser(user, MessageId::Unknown));
    }
    Message actual(MessageId::CommaList, std::move(list));
    const bool isMadeByWanted = otherCreatorOf(socket) && lists(entry, creator);
    return isMadeByWanted ? Message(MessageId::OtherUserThanCreator, std::move(actual),
                                    wantedUsers(entry), creator.text(), asWritten(usersFor(socket)))
                          : Message(MessageId::OtherUser, std::move(actual), wantedUsers(entry));
}

std::vector<std::string> usersFor(const SocketRecord& socket)
{
    std::vector<std::string> users;
    for (const ProcessPtr& owner : socket.owners()) {
        if (rootAbove(*owner, socket.owners()) == nullptr) {
            addOnce(users, userOfOwner(*owner, socket).text());
        }
    }
    if (hasUnknownOwner(socket)) {
        addOnce(users, creatorOf(socket).text());
    }
    return users;
}

}  // namespace quaywatch
