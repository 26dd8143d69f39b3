// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/holder_programs.h"

#include "core/message/message_list.h"

#include <algorithm>

namespace quaywatch {

HolderPrograms::HolderPrograms(const SocketRecord& socket)
{
    for (const ProcessPtr& owner : socket.owners()) {
        add(owner->runs  ? std::string_view(m_made.emplace_back(executedProgram(*owner)))
            : owner->exe ? std::string_view(*owner->exe)
                         : std::string_view());
    }
    if (socket.ownerState != OwnerState::Known || m_all.empty()) {
        add({});
    }
}

void HolderPrograms::add(std::string_view program)
{
    if (std::find(m_all.begin(), m_all.end(), program) == m_all.end()) {
        m_all.push_back(program);
    }
}

const ProcessInfo* namelessOwner(const SocketRecord& socket) noexcept
{
    const OwnerSet& owners = socket.owners();
    const auto owner = std::find_if(owners.begin(), owners.end(), [](const ProcessPtr& one) {
        return one->isExePathTooLong || one->isExeForeign || !isProgramClear(*one);
    });
    return owner == owners.end() ? nullptr : owner->get();
}

Message namelessText(const ProcessInfo& owner)
{
    if (owner.isExeForeign) {
        return Message(MessageId::OneWithForeignPath);
    }
    return isProgramClear(owner) ? Message(MessageId::OneWithTooLongPath)
                                 : Message(MessageId::OneThroughLoader, owner.exe.value_or(""));
}

}  // namespace quaywatch
