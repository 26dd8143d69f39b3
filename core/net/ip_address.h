// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quaywatch {

enum class AddressFamily : std::uint8_t { Ipv4, Ipv6 };

/// An IPv4 or IPv6 address as a value; bytes in network order.
///
/// An IPv4-mapped IPv6 address (::ffff:a.b.c.d) stays IPv6, because the socket is IPv6; compare and
/// classify its unmapped() form. Addresses are ordered by family, then bytes, then scope.
class IpAddress {
public:
    /// 0.0.0.0
    constexpr IpAddress() noexcept = default;

    [[nodiscard]] static IpAddress v4(std::array<std::uint8_t, 4> bytes) noexcept;
    /// @param scopeId  Interface index of a link-local address; 0 for none.
    [[nodiscard]] static IpAddress v6(std::array<std::uint8_t, 16> bytes,
                                      std::uint32_t scopeId = 0) noexcept;
    /// 0.0.0.0 or ::
    [[nodiscard]] static IpAddress any(AddressFamily family) noexcept;
    /// 127.0.0.1 or ::1
    [[nodiscard]] static IpAddress loopback(AddressFamily family) noexcept;
    /// Parses dotted decimal (four parts, no leading zeros) or RFC 4291 text, with "%7" for a
    /// numeric scope. Never asks a resolver.
    /// @return ErrorCode::Malformed for anything else.
    [[nodiscard]] static Result<IpAddress> parse(std::string_view text);

    [[nodiscard]] AddressFamily family() const noexcept { return m_family; }
    /// 4 or 16 bytes in network order. Valid as long as the address.
    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept;
    [[nodiscard]] std::uint32_t scopeId() const noexcept { return m_scopeId; }

    [[nodiscard]] bool isUnspecified() const noexcept;
    [[nodiscard]] bool isLoopback() const noexcept;   ///< 127.0.0.0/8, ::1
    [[nodiscard]] bool isLinkLocal() const noexcept;  ///< 169.254.0.0/16, fe80::/10
    [[nodiscard]] bool isPrivate() const noexcept;  ///< RFC 1918, RFC 6598 (CGNAT), fc00::/7 (ULA)
    [[nodiscard]] bool isMulticast() const noexcept;  ///< 224.0.0.0/4, ff00::/8
    [[nodiscard]] bool isV4Mapped() const noexcept;   ///< ::ffff:0:0/96
    /// Whether bind() needs the interface, too: fe80::/10, and multicast that no router forwards
    /// (scope 1 and 2 of RFC 4291, such as ff02::1).
    [[nodiscard]] bool needsScope() const noexcept;
    /// The IPv4 form of an IPv4-mapped address; any other address unchanged.
    [[nodiscard]] IpAddress unmapped() const noexcept;

    /// RFC 5952 text without scope: "127.0.0.1", "::ffff:127.0.0.1", "fe80::1". No brackets.
    [[nodiscard]] std::string toString() const;

    using TextBuffer = std::array<char, 48>;
    /// Does what toString() does without an allocation.
    /// @return A view into `buffer`.
    [[nodiscard]] std::string_view print(TextBuffer& buffer) const noexcept;

    friend auto operator<=>(const IpAddress&, const IpAddress&) noexcept = default;

private:
    AddressFamily m_family = AddressFamily::Ipv4;
    // IPv4 uses the first four bytes; the others are zero.
    std::array<std::uint8_t, 16> m_bytes{};
    std::uint32_t m_scopeId = 0;
};

/// A CIDR block such as 10.0.0.0/8 or fe80::/10.
struct IpNetwork {
    IpAddress address;
    std::uint8_t prefixLength = 0;

    /// Parses "10.0.0.0/8", or a bare address for a block of that address alone. Ignores host bits.
    [[nodiscard]] static Result<IpNetwork> parse(std::string_view text);
    /// A block of IPv4-mapped addresses as the block of the IPv4 addresses; others unchanged.
    [[nodiscard]] IpNetwork unmapped() const noexcept;
    /// Whether `candidate`, in its IPv4 form if it is IPv4-mapped, lies in the block.
    [[nodiscard]] bool contains(const IpAddress& candidate) const noexcept;
};

}  // namespace quaywatch
