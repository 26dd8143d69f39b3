// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context/context.h"
#include "app/cli/context/values.h"
#include "core/explain/bind_forecast.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::cli {

/// What `wait --bindable` waits for: that a plain socket can be bound at each of the addresses.
class BindablePort {
public:
    /// @param address  See parseBindAddress(); empty: 0.0.0.0 and, if the kernel has IPv6, ::.
    /// @return Malformed for anything else.
    [[nodiscard]] static Result<BindablePort> parse(const PortTarget& port,
                                                    std::string_view address, BindRules rules);

    /// Predicts bind() at each address, for each requested protocol.
    void update(const Snapshot& snapshot);

    /// Whether every forecast is Free.
    [[nodiscard]] bool isFree() const noexcept;
    /// Whether no forecast can ever be Free, because the TCP sockets are not listed that
    /// may hold the port, and nothing else holds it.
    [[nodiscard]] bool isUndecidable() const noexcept;
    /// Why such sockets were not listed, without a full stop. Call it if isUndecidable().
    [[nodiscard]] const Message& whyNoBoundTcp() const noexcept { return m_whyNoBoundTcp; }
    /// Whether an address is not free for certain, but none is certainly in use.
    [[nodiscard]] bool isUnsure() const noexcept;
    /// Why the first address that is not free is not; empty if all are.
    [[nodiscard]] Message because() const;
    /// The forecasts of one protocol; empty if it was not requested.
    [[nodiscard]] std::vector<BindForecast> rows(Protocol protocol) const;

private:
    [[nodiscard]] BindForecast forecastOf(const BindTarget& target, Protocol protocol,
                                          const std::vector<const SocketRecord*>& here,
                                          const Snapshot& snapshot) const;

    struct Row {
        Protocol protocol = Protocol::Tcp;
        BindForecast forecast;
    };

    PortTarget m_port;
    BindRules m_rules;
    std::vector<BindTarget> m_targets;
    std::string m_device;  ///< The device that was asked for; it can appear and go. Empty: none.
    std::vector<Row> m_rows;
    bool m_lacksBoundTcp = false;
    Message m_whyNoBoundTcp;
};

}  // namespace quaywatch::cli
