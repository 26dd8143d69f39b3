// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/rpc_message.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace quaywatch;

    constexpr std::uint32_t kTransactionId = 0;  // which a fuzzer finds
    const std::span<const std::uint8_t> bytes(data, size);
    const auto record = firstRpcRecord(bytes);
    if (record && *record && (*record)->size() > kMaxRpcRecord) {
        std::abort();
    }
    const auto message = record && *record ? std::span<const std::uint8_t>(**record) : bytes;
    for (const RpcList list : {RpcList::PortMapper, RpcList::Rpcbind}) {
        const auto services = decodeRpcbindDump(message, kTransactionId, list);
        if (services && !std::is_sorted(services->begin(), services->end())) {
            std::abort();
        }
    }
    return 0;
}
