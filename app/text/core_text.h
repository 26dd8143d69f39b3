// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"

#include <cstddef>
#include <QString>

namespace quaywatch {

/// Core's messages (reasons, gaps, outcomes, explanations) in the language of the window, by their
/// ids. Text without an id stays English: IANA's descriptions, messages of the TOML library, and
/// rare errors of the system.
class CoreText {
public:
    /// One line of plain text that went through plainText(); cut at `limit` bytes.
    [[nodiscard]] static QString of(const Message& message, std::size_t limit = 512);
    /// The same without a cut, for ValueDocument, which cuts the text and offers the rest.
    [[nodiscard]] static QString whole(const Message& message);
    /// The text of a message in the language of the window, with its placeholders.
    [[nodiscard]] static QString text(MessageId id);
};

}  // namespace quaywatch
