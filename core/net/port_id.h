// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/net/protocol.h"

#include <compare>

namespace quaywatch {

/// A port of one protocol: what listens there, whatever its address, is one service to a user.
struct PortId {
    Port port = 0;
    Protocol protocol = Protocol::Tcp;

    friend auto operator<=>(const PortId&, const PortId&) = default;
};

}  // namespace quaywatch
