// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/page/end_request.h"

#include <algorithm>

namespace quaywatch {

void EndRequest::add(const std::optional<EndTarget>& target)
{
    if (!target) {
        ++m_unknown;
        return;
    }
    const auto isSame = [&target](const EndTarget& other) {
        return other.port == target->port && other.protocol == target->protocol &&
               other.socket == target->socket && other.process == target->process;
    };
    if (std::any_of(m_targets.begin(), m_targets.end(), isSame)) {
        return;
    }
    if (m_targets.size() < kMaxTargets) {
        m_targets.push_back(*target);
    } else {
        ++m_excess;
    }
}

}  // namespace quaywatch
