// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/rpc_entry.h"

#include "core/host/rpc_program.h"
#include "core/registry/service_registry.h"
#include "core/text/text_scan.h"

#include <algorithm>

namespace quaywatch {

std::optional<std::uint32_t> rpcProgramOnAnyPort(const SocketRecord& listener)
{
    if (!listener.rpc) {
        return std::nullopt;
    }
    constexpr std::uint32_t kPortmapper = 100000;
    constexpr std::uint32_t kNfsAccessLists = 100227;
    const std::uint32_t program = listener.rpc->program;
    const std::string_view name = program == kPortmapper       ? "sunrpc"
                                  : program == kNfsAccessLists ? "nfs"
                                                               : rpcNameOf(listener);
    const ServiceNames names =
        registry::lookup(listener.key.localPort, listener.key.protocol).names;
    const bool isItsPort = std::find(names.begin(), names.end(), name) != names.end();
    return isItsPort ? std::nullopt : std::optional(program);
}

std::string rpcText(std::uint32_t program)
{
    const std::string_view name = rpcProgramName(program);
    return name.empty() ? std::to_string(program) : std::string(name);
}

std::optional<std::uint32_t> parseRpcText(std::string_view text)
{
    const auto named = rpcProgramNamed(text);
    return named ? named : parseUnsigned<std::uint32_t>(text);
}

}  // namespace quaywatch
