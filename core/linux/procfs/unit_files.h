// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/net/protocol.h"
#include "core/process/service_manager.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// A "Key=value" line of a systemd unit file.
struct UnitSetting {
    std::string key;
    std::string value;

    friend bool operator==(const UnitSetting&, const UnitSetting&) = default;
};
using UnitSettings = std::vector<UnitSetting>;

/// The settings of a unit file in their order. Sections are ignored: the keys that are used here
/// occur in only one of them.
[[nodiscard]] UnitSettings parseUnitFile(std::string_view text);

/// Whether the settings of a .socket unit listen at an address and port. A port without an address
/// means every address: systemd.socket(5), ListenStream=.
///
/// @param instance  The replacement for "%i"; empty for a unit that is not an instance of a
///                  template.
[[nodiscard]] bool listensAt(const UnitSettings& settings, Protocol protocol, const Endpoint& local,
                             std::string_view instance = {});

/// Whether the settings of a service make systemd restart it after it ends in some way.
[[nodiscard]] bool isRestarted(const UnitSettings& settings);

/// The programs that the settings of a service start, as written: "/usr/sbin/cupsd".
[[nodiscard]] std::vector<std::string> programsIn(const UnitSettings& settings);

/// The unit files of one systemd manager, read without its help. They describe the configuration,
/// not what is active.
class UnitFiles {
public:
    /// @param folders  In order of precedence, the highest first.
    explicit UnitFiles(std::vector<std::string> folders);

    [[nodiscard]] static UnitFiles ofSystem();
    /// The files of a user's manager; includes those in the home folder only for this program's
    /// user.
    [[nodiscard]] static UnitFiles ofUser(std::uint32_t uid);

    /// A user's folders for settings and data: usually ~/.config and ~/.local/share.
    struct Home {
        std::string config;
        std::string data;
    };
    /// Includes the files in the home folder: systemd.unit(5), "User Unit Search Path".
    [[nodiscard]] static UnitFiles ofUser(std::uint32_t uid, const Home& home);

    /// The settings of a unit, drop-ins last; empty if there is no such file, or if it is masked.
    [[nodiscard]] UnitSettings read(std::string_view unit) const;

    /// A .socket unit by its name; empty if there is none.
    [[nodiscard]] std::optional<SocketUnit> socketUnitNamed(std::string_view unit) const;
    /// The .socket unit that listens at this address and port; empty if none or several do.
    [[nodiscard]] std::optional<SocketUnit> socketUnitAt(Protocol protocol,
                                                         const Endpoint& local) const;
    /// The .socket unit that starts a service.
    [[nodiscard]] std::optional<std::string> socketUnitOf(std::string_view service) const;

private:
    void readDropIns(const std::string& unit, UnitSettings& settings) const;
    [[nodiscard]] std::vector<std::string> socketUnitNames() const;
    [[nodiscard]] bool isAlias(const std::string& unit) const;

    std::vector<std::string> m_folders;
};

}  // namespace quaywatch::linux_backend
