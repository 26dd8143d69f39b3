// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/ip_address.h"

#include "core/text/text_scan.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace quaywatch {
namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::size_t kGroups = 8;

tl::unexpected<Error> notAnAddress(std::string_view text)
{
    return failure(ErrorCode::Malformed, "'" + std::string(text) + "' is not an IP address");
}

std::optional<std::array<std::uint8_t, 4>> parseV4(std::string_view text)
{
    std::array<std::uint8_t, 4> bytes{};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t dot = text.find('.');
        if ((dot == std::string_view::npos) != (i == 3)) {
            return std::nullopt;
        }
        const std::string_view part = text.substr(0, dot);
        const auto number = parseUnsigned<std::uint8_t>(part);
        if (!number || (part.size() > 1 && part.front() == '0')) {
            return std::nullopt;
        }
        bytes[i] = *number;
        text.remove_prefix(i == 3 ? part.size() : dot + 1);
    }
    return text.empty() ? std::optional(bytes) : std::nullopt;
}

std::optional<std::uint16_t> parseGroup(std::string_view text)
{
    return text.size() <= 4 ? parseUnsigned<std::uint16_t>(text, 16) : std::nullopt;
}

/// Parses the colon-separated groups on one side of "::"; a dotted IPv4 address may follow at the
/// very end.
std::optional<std::vector<std::uint16_t>> parseGroups(std::string_view text, bool mayEndInV4)
{
    std::vector<std::uint16_t> groups;
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        if (colon == std::string_view::npos && mayEndInV4 &&
            part.find('.') != std::string_view::npos) {
            const auto tail = parseV4(part);
            if (!tail) {
                return std::nullopt;
            }
            groups.push_back(static_cast<std::uint16_t>((*tail)[0] << 8 | (*tail)[1]));
            groups.push_back(static_cast<std::uint16_t>((*tail)[2] << 8 | (*tail)[3]));
            return groups;
        }
        const auto group = parseGroup(part);
        if (!group || groups.size() == kGroups) {
            return std::nullopt;
        }
        groups.push_back(*group);
        if (colon == std::string_view::npos) {
            break;
        }
        text.remove_prefix(colon + 1);
        if (text.empty()) {
            return std::nullopt;  // a single colon at the end
        }
    }
    return groups;
}

std::optional<std::array<std::uint8_t, 16>> parseV6(std::string_view text)
{
    const std::size_t gap = text.find("::");
    const bool hasGap = gap != std::string_view::npos;
    const auto head = parseGroups(text.substr(0, gap), !hasGap);
    const auto tail =
        parseGroups(hasGap ? text.substr(gap + 2) : std::string_view{}, /*mayEndInV4=*/true);
    if (!head || !tail) {
        return std::nullopt;
    }
    const std::size_t reported = head->size() + tail->size();
    if (hasGap ? reported > kGroups - 1 : reported != kGroups) {
        return std::nullopt;
    }
    std::array<std::uint16_t, kGroups> groups{};
    std::copy(head->begin(), head->end(), groups.begin());
    std::copy(tail->rbegin(), tail->rend(), groups.rbegin());
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < kGroups; ++i) {
        bytes[2 * i] = static_cast<std::uint8_t>(groups[i] >> 8);
        bytes[2 * i + 1] = static_cast<std::uint8_t>(groups[i] & 0xff);
    }
    return bytes;
}

char* printV4(char* out, std::span<const std::uint8_t> bytes)
{
    for (std::size_t i = 0; i < 4; ++i) {
        if (i != 0) {
            *out++ = '.';
        }
        out = std::to_chars(out, out + 3, bytes[i]).ptr;
    }
    return out;
}

struct GroupRun {
    std::size_t first = kGroups;
    std::size_t count = 0;
};

/// RFC 5952, 4.2: the first of the longest runs of two or more zero groups.
GroupRun longestZeroRun(const std::array<std::uint16_t, kGroups>& groups)
{
    GroupRun longest;
    for (std::size_t i = 0; i < kGroups;) {
        std::size_t end = i;
        while (end < kGroups && groups[end] == 0) {
            ++end;
        }
        if (end - i > longest.count && end - i >= 2) {
            longest = {i, end - i};
        }
        i = end == i ? i + 1 : end;
    }
    return longest;
}

char* printV6(char* out, std::span<const std::uint8_t> bytes)
{
    std::array<std::uint16_t, kGroups> groups{};
    for (std::size_t i = 0; i < kGroups; ++i) {
        groups[i] = static_cast<std::uint16_t>(bytes[2 * i] << 8 | bytes[2 * i + 1]);
    }
    const GroupRun zeros = longestZeroRun(groups);
    for (std::size_t i = 0; i < kGroups; ++i) {
        if (i == zeros.first) {
            *out++ = ':';
            *out++ = ':';
            i += zeros.count - 1;
            continue;
        }
        if (i != 0 && i != zeros.first + zeros.count) {
            *out++ = ':';
        }
        out = std::to_chars(out, out + 4, groups[i], 16).ptr;
    }
    return out;
}

}  // namespace

IpAddress IpAddress::v4(std::array<std::uint8_t, 4> bytes) noexcept
{
    IpAddress address;
    std::copy(bytes.begin(), bytes.end(), address.m_bytes.begin());
    return address;
}

IpAddress IpAddress::v6(std::array<std::uint8_t, 16> bytes, std::uint32_t scopeId) noexcept
{
    IpAddress address;
    address.m_family = AddressFamily::Ipv6;
    address.m_bytes = bytes;
    address.m_scopeId = scopeId;
    return address;
}

IpAddress IpAddress::any(AddressFamily family) noexcept
{
    return family == AddressFamily::Ipv4 ? v4({}) : v6({});
}

IpAddress IpAddress::loopback(AddressFamily family) noexcept
{
    return family == AddressFamily::Ipv4 ? v4({127, 0, 0, 1})
                                         : v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
}

Result<IpAddress> IpAddress::parse(std::string_view text)
{
    if (text.find(':') == std::string_view::npos) {
        const auto bytes = parseV4(text);
        return bytes ? Result<IpAddress>(v4(*bytes)) : notAnAddress(text);
    }
    const std::size_t percent = text.find('%');
    std::uint32_t scopeId = 0;
    if (percent != std::string_view::npos) {
        const auto scope = parseUnsigned<std::uint32_t>(text.substr(percent + 1));
        if (!scope) {
            return notAnAddress(text);
        }
        scopeId = *scope;
    }
    const auto bytes = parseV6(text.substr(0, percent));
    return bytes ? Result<IpAddress>(v6(*bytes, scopeId)) : notAnAddress(text);
}

std::span<const std::uint8_t> IpAddress::bytes() const noexcept
{
    return {m_bytes.data(), m_family == AddressFamily::Ipv4 ? std::size_t{4} : m_bytes.size()};
}

bool IpAddress::isUnspecified() const noexcept
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](std::uint8_t b) { return b == 0; });
}

bool IpAddress::isLoopback() const noexcept
{
    if (m_family == AddressFamily::Ipv4) {
        return m_bytes[0] == 127;
    }
    return m_bytes == loopback(AddressFamily::Ipv6).m_bytes;
}

bool IpAddress::isLinkLocal() const noexcept
{
    if (m_family == AddressFamily::Ipv4) {
        return m_bytes[0] == 169 && m_bytes[1] == 254;
    }
    return m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80;
}

bool IpAddress::isPrivate() const noexcept
{
    if (m_family == AddressFamily::Ipv6) {
        return (m_bytes[0] & 0xfe) == 0xfc;
    }
    return m_bytes[0] == 10 || (m_bytes[0] == 172 && (m_bytes[1] & 0xf0) == 16) ||
           (m_bytes[0] == 192 && m_bytes[1] == 168) ||
           (m_bytes[0] == 100 && (m_bytes[1] & 0xc0) == 64);
}

bool IpAddress::isMulticast() const noexcept
{
    return m_family == AddressFamily::Ipv4 ? (m_bytes[0] & 0xf0) == 0xe0 : m_bytes[0] == 0xff;
}

bool IpAddress::needsScope() const noexcept
{
    if (m_family == AddressFamily::Ipv4) {
        return false;
    }
    const int scope = m_bytes[1] & 0x0f;
    return isLinkLocal() || (isMulticast() && (scope == 1 || scope == 2));
}

bool IpAddress::isV4Mapped() const noexcept
{
    return m_family == AddressFamily::Ipv6 &&
           std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), m_bytes.begin());
}

IpAddress IpAddress::unmapped() const noexcept
{
    return isV4Mapped() ? v4({m_bytes[12], m_bytes[13], m_bytes[14], m_bytes[15]}) : *this;
}

std::string IpAddress::toString() const
{
    TextBuffer buffer;
    return std::string(print(buffer));
}

std::string_view IpAddress::print(TextBuffer& buffer) const noexcept
{
    char* end = buffer.data();  // the longest text has 39 bytes
    if (m_family == AddressFamily::Ipv4) {
        end = printV4(end, bytes());
    } else if (isV4Mapped()) {
        end = std::copy_n("::ffff:", 7, end);
        end = printV4(end, bytes().subspan(12));
    } else {
        end = printV6(end, bytes());
    }
    return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

Result<IpNetwork> IpNetwork::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const Result<IpAddress> address = IpAddress::parse(text.substr(0, slash));
    if (!address) {
        return tl::unexpected(address.error());
    }
    const std::uint32_t most = address->family() == AddressFamily::Ipv4 ? 32 : 128;
    std::optional<std::uint32_t> length = most;
    if (slash != std::string_view::npos) {
        length = parseUnsignedUpTo(most, text.substr(slash + 1));
    }
    if (!length) {
        return failure(ErrorCode::Malformed, "'" + std::string(text) + "' is not an address block");
    }
    return IpNetwork{*address, static_cast<std::uint8_t>(*length)};
}

IpNetwork IpNetwork::unmapped() const noexcept
{
    constexpr std::uint8_t kMappedBits = 96;
    return address.isV4Mapped() && prefixLength >= kMappedBits
               ? IpNetwork{address.unmapped(),
                           static_cast<std::uint8_t>(prefixLength - kMappedBits)}
               : *this;
}

bool IpNetwork::contains(const IpAddress& candidate) const noexcept
{
    const bool isV6Block = address.family() == AddressFamily::Ipv6;
    const IpAddress other = isV6Block ? candidate : candidate.unmapped();
    if (other.family() != address.family()) {
        return false;
    }
    const auto block = address.bytes();
    const auto bits = other.bytes();
    const std::size_t whole = prefixLength / 8U;
    if (!std::equal(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(whole),
                    bits.begin())) {
        return false;
    }
    const unsigned rest = prefixLength % 8U;
    if (rest == 0) {
        return true;
    }
    const auto mask = static_cast<std::uint8_t>(0xffU << (8U - rest));
    return (block[whole] & mask) == (bits[whole] & mask);
}

}  // namespace quaywatch
