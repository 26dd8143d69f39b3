// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/hidden_holders.h"

#include <algorithm>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

HiddenBy reasonOf(const HiddenProcess& process) noexcept
{
    return process.isOwn ? HiddenBy::OwnUnreadable : HiddenBy::Unreadable;
}

/// The first row with that value of a member, in a list that is ordered by it; null if none.
template <typename Value>
const HiddenProcess* findBy(const std::vector<HiddenProcess>& ordered, Value HiddenProcess::*member,
                            const Value& value) noexcept
{
    const auto found = std::lower_bound(
        ordered.begin(), ordered.end(), value,
        [member](const HiddenProcess& one, const Value& wanted) { return one.*member < wanted; });
    return found != ordered.end() && (*found).*member == value ? &*found : nullptr;
}

template <typename Value>
void sortBy(std::vector<HiddenProcess>& processes, Value HiddenProcess::*member)
{
    std::sort(
        processes.begin(), processes.end(),
        [member](const HiddenProcess& a, const HiddenProcess& b) { return a.*member < b.*member; });
}

}  // namespace

HiddenHolders::HiddenHolders(std::vector<HiddenProcess> processes, bool areMoreUnlisted)
    : m_byPid(std::move(processes))
    , m_areMoreUnlisted(areMoreUnlisted)
{
    m_byPid.erase(std::remove_if(m_byPid.begin(), m_byPid.end(),
                                 [](const HiddenProcess& one) { return one.isKernelThread; }),
                  m_byPid.end());
    m_byParent = m_byUser = m_byPid;
    sortBy(m_byPid, &HiddenProcess::pid);
    sortBy(m_byParent, &HiddenProcess::parentPid);
    sortBy(m_byUser, &HiddenProcess::uid);
    m_byUser.erase(
        std::unique(m_byUser.begin(), m_byUser.end(),
                    [](const HiddenProcess& a, const HiddenProcess& b) { return a.uid == b.uid; }),
        m_byUser.end());
}

std::optional<HiddenBy> HiddenHolders::mayHold(const OwnerSet& owners,
                                               std::optional<std::uint32_t> creator) const
{
    if (m_byPid.empty() && !m_areMoreUnlisted) {
        return std::nullopt;
    }
    bool isCreatorKnown = false;
    for (const ProcessPtr& owner : owners) {
        isCreatorKnown = isCreatorKnown || (creator && owner->uid == creator);
        if (const std::optional<HiddenBy> reason = relativeOf(*owner, creator)) {
            return reason;
        }
    }
    return isCreatorKnown ? std::nullopt : ofUser(creator);
}

std::optional<HiddenBy> HiddenHolders::relativeOf(const ProcessInfo& owner,
                                                  std::optional<std::uint32_t> creator) const
{
    if (const HiddenProcess* const child =
            findBy(m_byParent, &HiddenProcess::parentPid, owner.id.pid)) {
        return reasonOf(*child);
    }
    const HiddenProcess* const parent =
        owner.parentPid ? findBy(m_byPid, &HiddenProcess::pid, *owner.parentPid) : nullptr;
    const bool isOfService = parent != nullptr && creator && parent->uid == creator &&
                             parent->session && parent->session == owner.session;
    return isOfService ? std::optional(reasonOf(*parent)) : std::nullopt;
}

/// A hidden process of unknown user may be of any.
std::optional<HiddenBy> HiddenHolders::ofUser(std::optional<std::uint32_t> creator) const
{
    if (m_areMoreUnlisted || !creator) {
        return HiddenBy::Unreadable;
    }
    for (const std::optional<std::uint32_t>& user : {creator, std::optional<std::uint32_t>()}) {
        if (const HiddenProcess* const found = findBy(m_byUser, &HiddenProcess::uid, user)) {
            return reasonOf(*found);
        }
    }
    return std::nullopt;
}

}  // namespace quaywatch::linux_backend
