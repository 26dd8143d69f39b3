// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <QString>
#include <string_view>

namespace quaywatch {

/// Core's sentences in the language of the window. Core does not use Qt, and its sentences
/// (reasons, gaps, outcomes, explanations) are English for terminals and scripts. Text that is not
/// in the lists of core_phrases.h stays English: IANA's descriptions, messages of the TOML parser,
/// and rare errors of the system.
class CoreText {
public:
    /// Returns one line of plain text that went through plainText(); cut at `limit` bytes.
    [[nodiscard]] static QString of(std::string_view english, std::size_t limit = 512);
    /// The same for text that is already plain, such as the history's; never cut.
    [[nodiscard]] static QString of(const QString& plain);
    /// The same without a cut, for ValueDocument, which cuts the text and offers the rest.
    [[nodiscard]] static QString whole(std::string_view english);
};

}  // namespace quaywatch
