// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"
#include "app/text/socket_text.h"

#include <QVariant>

namespace quaywatch {

/// Returns a model's data for a socket's cell, for every role. Text is safe for the widget that
/// shows it; a missing value is an en dash with the reason as its tool tip.
[[nodiscard]] QVariant socketCell(const SocketCell& cell, int role);

/// Returns the listeners view's data for a number of connections.
[[nodiscard]] QVariant countCell(std::size_t count, int role);

/// Returns a model's data for a column's header.
[[nodiscard]] QVariant headerCell(int section, Qt::Orientation orientation, int role,
                                  int columnCount);

/// The severity of an unexpected row for SeverityRole; otherwise invalid.
[[nodiscard]] QVariant severityCell(const Assessment& assessment);

[[nodiscard]] Tone toneOf(Protocol protocol) noexcept;
[[nodiscard]] Tone toneOf(SocketState state) noexcept;
[[nodiscard]] Tone toneOf(Exposure exposure) noexcept;
/// The color of a severity, and of a verdict. Rows, badges, the details, the map and the history
/// all use these functions.
[[nodiscard]] Tone toneOf(Severity severity) noexcept;
[[nodiscard]] Tone toneOf(const Assessment& assessment) noexcept;
/// The tone of a port: only gaps among the well-known ports are a signal.
[[nodiscard]] Tone toneOf(Port port, Protocol protocol) noexcept;

/// Whether a column holds numbers, which are right-aligned.
[[nodiscard]] bool isNumeric(Column column) noexcept;
/// Whether a column is monospaced: numbers and addresses.
[[nodiscard]] bool isMonospaced(Column column) noexcept;
/// Whether the cells of a column are badges.
[[nodiscard]] bool isBadgeColumn(Column column) noexcept;

}  // namespace quaywatch
