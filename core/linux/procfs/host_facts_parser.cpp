// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/host_facts_parser.h"

#include "core/text/text_scan.h"

namespace quaywatch::linux_backend {
namespace {

std::optional<PortRange> portRange(std::string_view first, std::string_view last)
{
    const auto from = parseNumber(first, kLastPort);
    const auto to = parseNumber(last, kLastPort);
    if (!from || !to || *from > *to) {
        return std::nullopt;
    }
    return PortRange{static_cast<Port>(*from), static_cast<Port>(*to)};
}

}  // namespace

std::optional<std::uint32_t> parseNumber(std::string_view text, std::uint32_t most)
{
    return parseUnsignedUpTo(most, strip(text));
}

std::optional<PortRange> parsePortPairLine(std::string_view text)
{
    text = strip(text);
    const std::size_t blank = text.find_first_of(" \t");
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    return portRange(text.substr(0, blank), text.substr(blank));
}

std::vector<PortRange> parsePortList(std::string_view text)
{
    std::vector<PortRange> ports;
    for (text = strip(text); !text.empty();) {
        const std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(part.size() == text.size() ? part.size() : part.size() + 1);
        const std::size_t dash = part.find('-');
        const bool isRun = dash != std::string_view::npos;
        if (const auto range =
                portRange(part.substr(0, dash), isRun ? part.substr(dash + 1) : part)) {
            ports.push_back(*range);
        }
    }
    return ports;
}

std::optional<std::uint64_t> parseEffectiveCapabilities(std::string_view status)
{
    constexpr std::string_view kKey = "\nCapEff:";
    const std::size_t line = status.find(kKey);
    if (line == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view value = status.substr(line + kKey.size());
    value = strip(value.substr(0, value.find('\n')));
    return parseUnsigned<std::uint64_t>(value, 16);
}

}  // namespace quaywatch::linux_backend
