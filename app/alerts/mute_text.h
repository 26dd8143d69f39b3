// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_book.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace quaywatch {

/// Mutes as the settings keep them and as a person reads them.
class MuteText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::MuteText)

public:
    /// "port:931", with "until:1764000000 " in front where it ends (seconds since 1970, UTC).
    [[nodiscard]] static QString written(const Mute& mute);
    /// Empty for what written() never writes.
    [[nodiscard]] static std::optional<Mute> parsed(const QString& text);
    /// "Port 931, until 14:05"; plain text.
    [[nodiscard]] static QString describe(const Mute& mute,
                                          std::chrono::system_clock::time_point now);
};

}  // namespace quaywatch
