// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/net/port_id.h"
#include "core/net/protocol.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

namespace quaywatch {

/// What IANA's registry says about a (port, protocol).
enum class AssignmentState : std::uint8_t {
    Assigned,    ///< Has one or more service names.
    Private,     ///< Assigned without a name ("any private mail system").
    Unassigned,  ///< Free: no service is registered here.
    Reserved,    ///< Held back by IANA.
    Deassigned,  ///< Was assigned once, but no longer is.
    Unlisted,    ///< The registry has no row. Not the same as Unassigned.
};

/// RFC 6335, section 6: system (well-known), user (registered) and dynamic ports.
enum class PortClass : std::uint8_t { WellKnown, Registered, Dynamic };

[[nodiscard]] std::string_view token(AssignmentState state) noexcept;  ///< "unassigned"
[[nodiscard]] std::string_view token(PortClass portClass) noexcept;    ///< "well-known"
[[nodiscard]] std::optional<AssignmentState> parseAssignmentState(std::string_view text) noexcept;

[[nodiscard]] constexpr PortClass portClassOf(Port port) noexcept
{
    if (port < kFirstRegisteredPort) {
        return PortClass::WellKnown;
    }
    return port < 49152 ? PortClass::Registered : PortClass::Dynamic;
}

/// The service names of a port, in the registry's order; a view into the registry's own text.
class ServiceNames {
public:
    constexpr ServiceNames() = default;
    /// @param packed  Names, each two separated by one space.
    constexpr explicit ServiceNames(std::string_view packed) noexcept
        : m_packed(packed)
    {
    }

    class Iterator {
    public:
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        using pointer = const std::string_view*;
        using reference = std::string_view;

        constexpr Iterator() = default;
        constexpr explicit Iterator(std::string_view rest) noexcept
            : m_rest(rest)
        {
        }
        constexpr std::string_view operator*() const noexcept
        {
            return m_rest.substr(0, m_rest.find(' '));
        }
        constexpr Iterator& operator++() noexcept
        {
            const std::size_t blank = m_rest.find(' ');
            m_rest =
                blank == std::string_view::npos ? std::string_view{} : m_rest.substr(blank + 1);
            return *this;
        }
        constexpr Iterator operator++(int) noexcept
        {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept
        {
            return a.m_rest.size() == b.m_rest.size();
        }

    private:
        std::string_view m_rest;
    };

    [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator(m_packed); }
    [[nodiscard]] constexpr Iterator end() const noexcept
    {
        return Iterator(m_packed.substr(m_packed.size()));
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return m_packed.empty(); }
    /// The first name, or empty.
    [[nodiscard]] constexpr std::string_view first() const noexcept
    {
        return m_packed.substr(0, m_packed.find(' '));
    }
    /// All names, separated by spaces.
    [[nodiscard]] constexpr std::string_view packed() const noexcept { return m_packed; }

private:
    std::string_view m_packed;
};

/// The registry's answer for one (port, protocol). The views are valid until the program ends.
struct Assignment {
    AssignmentState state = AssignmentState::Unlisted;
    PortClass portClass = PortClass::WellKnown;
    ServiceNames names;
    std::string_view description;  ///< Empty if the registry gives none.
};

/// IANA's Service Name and Transport Protocol Port Number Registry: the active one, which is the
/// built-in one unless the user has imported a newer one (core/registry/active_registry.h). The
/// functions cost a table look-up and are safe on any thread.
namespace registry {

/// What the registry says about the port.
[[nodiscard]] Assignment lookup(Port port, Protocol protocol) noexcept;

/// The lowest port with this name, first or further, for `explain ssh`. The whole name is compared,
/// without regard to case. Searches the whole table: some 50 microseconds.
[[nodiscard]] std::optional<PortId> findByName(std::string_view name) noexcept;

/// All ports with this name, ascending, each once: 591, 8008 and 8080 for "http-alt". Empty if
/// there is none.
[[nodiscard]] std::vector<Port> portsOfName(std::string_view name);

/// Date of the active registry, "2026-08-17".
[[nodiscard]] std::string_view date() noexcept;

/// A common use of the port that is not registered with IANA, in a form that continues "Often used
/// by": "Vite" for 5173, "Tor SOCKS" for 9050, which is registered for another service. Never
/// changes the assignment. Empty if none is known. A few steps of a binary search.
[[nodiscard]] std::string_view oftenUsedBy(Port port, Protocol protocol) noexcept;

}  // namespace registry

}  // namespace quaywatch
