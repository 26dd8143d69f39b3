// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"
#include "app/text/socket_text.h"

#include <QVariant>

namespace quaywatch {

/// What the models answer for a socket's cell, for every role. Text is safe for its sink; a
/// missing value is an en dash with the reason as its tip.
[[nodiscard]] QVariant socketCell(const SocketCell& cell, int role);

/// What the listeners view answers for a number of connections.
[[nodiscard]] QVariant countCell(std::size_t count, int role);

/// What the models answer for a column's header.
[[nodiscard]] QVariant headerCell(int section, Qt::Orientation orientation, int role,
                                  int columnCount);

/// The severity of an unexpected row as SeverityRole tells it; else invalid.
[[nodiscard]] QVariant severityCell(const Assessment& assessment);

[[nodiscard]] Tone toneOf(Protocol protocol) noexcept;
[[nodiscard]] Tone toneOf(SocketState state) noexcept;
[[nodiscard]] Tone toneOf(Exposure exposure) noexcept;
[[nodiscard]] Tone toneOf(const Assessment& assessment) noexcept;
/// Of a port: only the gaps among the well-known ports are a signal.
[[nodiscard]] Tone toneOf(Port port, Protocol protocol) noexcept;

/// Whether a column holds figures, which are right-aligned.
[[nodiscard]] bool isNumeric(Column column) noexcept;
/// Whether a column is monospaced: figures and addresses.
[[nodiscard]] bool isMonospaced(Column column) noexcept;
/// Whether a view shows the column until the user chooses.
/// A good first width, in characters of the column's font.
[[nodiscard]] int defaultWidth(Column column) noexcept;

}  // namespace quaywatch
