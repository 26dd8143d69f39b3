// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/reports/event_lines.h"

#include <string>

namespace quaywatch::cli {

/// The lines as JSON: one object each, {"schema":1,"event":"opened", ...}.
class JsonEventLines final : public EventLines {
public:
    [[nodiscard]] std::string event(const SocketEvent& event, Time at) const override;
    [[nodiscard]] std::string alert(const Alert& alert) const override;
    [[nodiscard]] std::string gap(const Gap& gap, Time at) const override;
    [[nodiscard]] std::string failure(const Gap& gap, Time at) const override;
    [[nodiscard]] std::string gap(const EventGap& gap) const override;
};

}  // namespace quaywatch::cli
