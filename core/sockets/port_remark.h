// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"
#include "core/net/endpoint.h"
#include "core/net/protocol.h"

#include <optional>

namespace quaywatch {

/// A sentence about some ports, whether something listens there or not.
struct PortRemark {
    PortRange ports;
    std::optional<Protocol> protocol;  ///< Empty: any.
    Message text;                      ///< Without a full stop; untrusted text in it is raw.
};

}  // namespace quaywatch
