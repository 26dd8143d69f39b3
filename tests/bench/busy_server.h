// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/sockets/snapshot_builder.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quaywatch::bench {

/// The sockets of a generated busy server: one in twenty listens, the rest are connections to these
/// listeners; 1,000 processes hold them. Every `replaceEvery`-th socket (0: none) is replaced by
/// another one.
inline SnapshotPtr busyServer(std::uint32_t rows, std::uint32_t replaceEvery = 0)
{
    std::vector<ProcessPtr> processes;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        processes.push_back(test::process("daemon" + std::to_string(i % 40), 1000 + i));
    }
    std::vector<SocketRecord> sockets;
    for (std::uint32_t i = 0; i < rows; ++i) {
        const bool isOther = replaceEvery != 0 && i % replaceEvery == 0;
        const std::string network = isOther ? "10.2." : "10.1.";
        const auto port = static_cast<Port>(1024 + i / 20 % 60000);
        if (i % 20 == 0) {
            sockets.push_back(test::tcpListener(port, network + "0.1")
                                  .id(i + 1)
                                  .ownedBy(processes[i % processes.size()]));
            continue;
        }
        sockets.push_back(test::tcpConnection("10.0.0.1", port,
                                              network + std::to_string(i / 50000) + ".1",
                                              static_cast<Port>(10000 + i % 50000))
                              .ownedBy(processes[i % processes.size()]));
    }
    return test::sharedSnapshotOf(std::move(sockets));
}

}  // namespace quaywatch::bench
