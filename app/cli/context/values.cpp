// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context/values.h"

#include "core/base/token_table.h"
#include "core/net/address_text.h"
#include "core/text/display_text.h"
#include "core/text/text_scan.h"

#include <utility>

namespace quaywatch::cli {
namespace {

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t kLongest = 64;
    return "'" + displayText(text, kLongest) + "'";
}

tl::unexpected<Error> malformed(std::string text)
{
    return failure(ErrorCode::Malformed, std::move(text));
}

tl::unexpected<Error> noTarget(std::string_view text)
{
    return malformed(inQuotes(text) + " is neither port:N nor a process ID");
}

constexpr std::string_view kPortPrefix = "port:";

}  // namespace

Result<Port> parsePort(std::string_view text)
{
    const std::optional<Port> port = parseUnsigned<Port>(text);
    if (!port) {
        return malformed(inQuotes(text) + " is not a port: ports are 0 to 65535");
    }
    return *port;
}

Result<PortRange> parsePortRange(std::string_view text)
{
    const std::size_t dash = text.find('-', 1);
    const Result<Port> first = parsePort(text.substr(0, dash));
    if (!first || dash == std::string_view::npos) {
        return first.map([](Port port) { return PortRange{port, port}; });
    }
    const Result<Port> last = parsePort(text.substr(dash + 1));
    if (!last) {
        return tl::unexpected<Error>(last.error());
    }
    if (*last < *first) {
        return malformed(inQuotes(text) + " is in the wrong order: write the lower port first");
    }
    return PortRange{*first, *last};
}

Result<PortTarget> parsePortTarget(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::optional<Port> port = parseUnsigned<Port>(text.substr(0, slash));
    if (!port || *port == 0) {
        return malformed(inQuotes(text.substr(0, slash)) +
                         " is not a port to listen on: these are 1 to 65535");
    }
    PortTarget target{*port, std::nullopt};
    if (slash != std::string_view::npos) {
        target.protocol = parseProtocol(text.substr(slash + 1));
        if (target.protocol != Protocol::Tcp && target.protocol != Protocol::Udp) {
            return malformed(inQuotes(text.substr(slash + 1)) +
                             " is not a protocol: write tcp or udp");
        }
    }
    return target;
}

Result<std::variant<PidTarget, PortTarget>> parseTarget(std::string_view text)
{
    using Target = std::variant<PidTarget, PortTarget>;
    if (text.starts_with(kPortPrefix)) {
        return parsePortTarget(text.substr(kPortPrefix.size())).map([](PortTarget target) {
            return Target(target);
        });
    }
    const std::optional<std::uint32_t> pid = parseUnsigned<std::uint32_t>(text);
    constexpr std::uint32_t kHighestPid = 0x7FFF'FFFF;
    if (!pid || *pid == 0 || *pid > kHighestPid) {
        return noTarget(text);
    }
    return Target(PidTarget{*pid});
}

Result<PortTarget> parsePortWord(std::string_view text)
{
    if (!text.starts_with(kPortPrefix)) {
        return malformed(inQuotes(text) + " is not port:N: write for example port:8080");
    }
    return parsePortTarget(text.substr(kPortPrefix.size()));
}

Result<BindAddress> parseBindAddress(std::string_view text)
{
    AddressText split = splitAddressText(text);
    const Result<IpAddress> address = IpAddress::parse(split.address);
    if (!address || address->scopeId() != 0) {
        return malformed(inQuotes(text) +
                         " is not an address: write one such as 127.0.0.1, ::1 or fe80::1%eth0");
    }
    return BindAddress{*address, std::move(split.device)};
}

Result<std::chrono::milliseconds> parseSeconds(std::string_view text)
{
    constexpr std::uint32_t kMaximum = 30U * 24 * 60 * 60;
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    // Three decimals are used; further ones are ignored.
    std::string decimals(dot == std::string_view::npos ? "" : text.substr(dot + 1));
    const bool hasBadDecimals =
        dot != std::string_view::npos &&
        (decimals.empty() || decimals.find_first_not_of("0123456789") != std::string::npos);
    decimals.resize(3, '0');
    const auto seconds = whole.empty() && dot == 0 ? std::optional<std::uint32_t>(0)
                                                   : parseUnsigned<std::uint32_t>(whole);
    const auto thousandths = parseUnsigned<std::uint32_t>(decimals);
    if (hasBadDecimals || !seconds || !thousandths || *seconds >= kMaximum) {
        return malformed(inQuotes(text) + " is not a time: write seconds such as 2 or 0.5");
    }
    return std::chrono::milliseconds(std::int64_t{*seconds} * 1000 + *thousandths);
}

Result<ProcessSignal> parseSignal(std::string_view text)
{
    for (const std::string_view prefix : {"", "SIG"}) {
        if (equalsIgnoringCase(text, std::string(prefix) + "TERM")) {
            return ProcessSignal::Terminate;
        }
        if (equalsIgnoringCase(text, std::string(prefix) + "KILL")) {
            return ProcessSignal::Kill;
        }
    }
    return malformed(inQuotes(text) + " is not a supported signal: write TERM or KILL");
}

std::string toText(const PortTarget& target)
{
    std::string text = std::to_string(target.port);
    if (target.protocol) {
        text += '/';
        text += token(*target.protocol);
    }
    return text;
}

}  // namespace quaywatch::cli
