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
    /// @param address  An address, also in brackets; empty: 0.0.0.0 and, if the kernel has IPv6,
    /// ::.
    /// @return Malformed for anything else.
    [[nodiscard]] static Result<BindablePort> parse(const PortTarget& port,
                                                    std::string_view address, BindRules rules);

    /// Predicts bind() at each address, for each requested protocol.
    void update(const Snapshot& snapshot);

    /// Whether every forecast is Free.
    [[nodiscard]] bool isFree() const noexcept;
    /// Whether no forecast can ever be Free, because this kernel does not list the TCP sockets that
    /// may hold the port, and nothing else holds it.
    [[nodiscard]] bool isUndecidable() const noexcept;
    /// Why the first address that is not free is not; empty if all are.
    [[nodiscard]] Message because() const;
    /// The forecasts of one protocol; empty if it was not requested.
    [[nodiscard]] std::vector<BindForecast> rows(Protocol protocol) const;

private:
    struct Row {
        Protocol protocol = Protocol::Tcp;
        BindForecast forecast;
    };

    PortTarget m_port;
    BindRules m_rules;
    std::vector<BindTarget> m_targets;
    std::vector<Row> m_rows;
    bool m_lacksBoundTcp = false;
};

}  // namespace quaywatch::cli
