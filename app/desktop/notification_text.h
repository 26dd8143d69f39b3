// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/alert_digest.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace quaywatch {

/// The capabilities that a notification server reports.
struct ServerAbilities {
    bool hasBody = false;
    bool hasMarkup = false;  ///< Reads the body as markup.
    bool hasActions = false;

    [[nodiscard]] static ServerAbilities of(const QStringList& capabilities);
};

/// The texts of a notification, for a server with given capabilities. Untrusted text in them is
/// cleaned and bounded, and cannot become markup.
struct NotificationText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::NotificationText)

public:
    QString summary;      ///< Never markup.
    QString body;         ///< Escaped where the server reads markup.
    QStringList actions;  ///< Keys and labels alternate, as the protocol requires.
    std::uint8_t urgency = 1;

    /// The digest must not be empty.
    [[nodiscard]] static NotificationText of(const AlertDigest& digest,
                                             const ServerAbilities& abilities);
};

/// The keys of the actions. A click on the notification itself triggers the first one.
inline constexpr QLatin1StringView kDefaultAction{"default"};
inline constexpr QLatin1StringView kExpectAction{"expect"};
inline constexpr QLatin1StringView kEndAction{"end"};

}  // namespace quaywatch
