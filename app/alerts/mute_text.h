// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_list.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace quaywatch {

/// Converts mutes to and from the form in the settings, and describes them for the user.
class MuteText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::MuteText)

public:
    /// For example "port:931", preceded by "until:1764000000 " if the mute ends (seconds since
    /// 1970, UTC).
    [[nodiscard]] static QString written(const Mute& mute);
    /// Parses what written() writes; empty for any other text.
    [[nodiscard]] static std::optional<Mute> parsed(const QString& text);
    /// For example "Port 931, until 14:05"; plain text.
    [[nodiscard]] static QString describe(const Mute& mute,
                                          std::chrono::system_clock::time_point now);
};

}  // namespace quaywatch
