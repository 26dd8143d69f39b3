// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/endpoint.h"
#include "core/process_inspector.h"
#include "core/protocol.h"

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

/// Whether the settings of a .socket unit listen on a port, at whatever address.
[[nodiscard]] bool listensOn(const UnitSettings& settings, Protocol protocol, Port port);

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

    /// The settings of a unit, drop-ins last; empty if there is no such file.
    [[nodiscard]] UnitSettings read(std::string_view unit) const;

    [[nodiscard]] std::optional<SocketUnit> socketUnitOn(Protocol protocol, Port port) const;
    /// The .socket unit that starts a service.
    [[nodiscard]] std::optional<std::string> socketUnitOf(std::string_view service) const;

private:
    void readDropIns(const std::string& unit, UnitSettings& settings) const;
    [[nodiscard]] std::vector<SocketUnit> socketUnits(const std::optional<Protocol>& protocol,
                                                      Port port) const;

    std::vector<std::string> m_folders;
};

}  // namespace quaywatch::linux_backend
