// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/port_forward.h"

#include "core/text/text_scan.h"

#include <string_view>

namespace quaywatch {
namespace {

/// The value of an option in the forms of Go's flags: "-name value", "--name value", "-name=value".
std::string_view optionOf(const ProcessInfo& process, std::string_view name)
{
    for (std::size_t i = 0; i < process.command.size(); ++i) {
        std::string_view word = process.command[i];
        word.remove_prefix(word.starts_with("--") ? 2 : word.starts_with('-') ? 1 : word.size());
        if (word == name && i + 1 < process.command.size()) {
            return process.command[i + 1];
        }
        if (word.starts_with(name) && word.substr(name.size()).starts_with('=')) {
            return word.substr(name.size() + 1);
        }
    }
    return {};
}

}  // namespace

std::optional<PortForward> portForwardOf(const ProcessInfo& process)
{
    const std::string_view exe = process.exe ? std::string_view(*process.exe) : std::string_view();
    const std::string_view name = exe.substr(exe.rfind('/') + 1);
    if (name == "rootlessport") {
        return PortForward{};
    }
    if (name != "docker-proxy") {
        return std::nullopt;
    }
    const Result<IpAddress> address = IpAddress::parse(optionOf(process, "container-ip"));
    const auto port = parseUnsigned<Port>(optionOf(process, "container-port"));
    return PortForward{address && port ? std::optional(Endpoint{*address, *port}) : std::nullopt};
}

}  // namespace quaywatch
