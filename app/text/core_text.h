// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <QString>
#include <string_view>

namespace quaywatch {

/// What core says, in the language of the window: core knows no Qt, and its sentences (reasons,
/// gaps, outcomes, explanations) are English for terminals and scripts. What the lists of
/// core_phrases.h lack stays English: IANA's descriptions, what the TOML parser says, and rare
/// errors of the system.
class CoreText {
public:
    /// As one line of plain text that went through plainText(); cut at `limit` bytes.
    [[nodiscard]] static QString of(std::string_view english, std::size_t limit = 512);
    /// The same of what is plain text already, such as the history's, and without a cut.
    [[nodiscard]] static QString of(const QString& plain);
    /// The same without a cut, for ValueDocument, which cuts and offers the rest.
    [[nodiscard]] static QString whole(std::string_view english);
};

}  // namespace quaywatch
