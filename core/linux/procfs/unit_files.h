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

/// A "Key=value" of a systemd unit file.
struct UnitSetting {
    std::string key;
    std::string value;

    friend bool operator==(const UnitSetting&, const UnitSetting&) = default;
};
using UnitSettings = std::vector<UnitSetting>;

/// The settings of a unit file in their order; sections do not matter to the keys we ask for.
[[nodiscard]] UnitSettings parseUnitFile(std::string_view text);

/// Whether the settings of a .socket unit listen at an address and port. A port alone means every
/// address: systemd.socket(5), ListenStream=.
///
/// @param instance  What "%i" stands for; empty for a unit that is no template's instance.
[[nodiscard]] bool listensAt(const UnitSettings& settings, Protocol protocol, const Endpoint& local,
                             std::string_view instance = {});

/// Whether the settings of a service make systemd start it again when it ends in some way.
[[nodiscard]] bool isRestarted(const UnitSettings& settings);

/// The unit files of one systemd manager, read without asking it. They say what is set up, not
/// what is in use.
class UnitFiles {
public:
    /// @param folders  Those in front win.
    explicit UnitFiles(std::vector<std::string> folders);

    [[nodiscard]] static UnitFiles ofSystem();
    /// The files of a user's manager; those in the home folder for ourselves only.
    [[nodiscard]] static UnitFiles ofUser(std::uint32_t uid);

    /// A user's folders for settings and data: ~/.config and ~/.local/share, mostly.
    struct Home {
        std::string config;
        std::string data;
    };
    /// With those in the home folder: systemd.unit(5), "User Unit Search Path".
    [[nodiscard]] static UnitFiles ofUser(std::uint32_t uid, const Home& home);

    /// The settings of a unit, drop-ins last; empty if there is no such file, or it is masked.
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
