// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/net/protocol.h"

#include <compare>

namespace quaywatch {

/// A port of one protocol. To a user, whatever listens there on any address is one service.
struct PortId {
    Port port = 0;
    Protocol protocol = Protocol::Tcp;

    friend auto operator<=>(const PortId&, const PortId&) = default;
};

}  // namespace quaywatch
