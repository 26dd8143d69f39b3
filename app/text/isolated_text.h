// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Keeps values together in sentences with characters of both directions. For text that is shown,
/// not for text that is copied or searched.

#pragma once

#include <QString>

namespace quaywatch {

/// The text as a unit for the order of left-to-right and right-to-left characters: neither changes
/// the place of the other's parts (U+2068, U+2069). Empty text stays empty.
[[nodiscard]] QString isolate(const QString& text);
/// For a value (name, path, address) inside a sentence: isolated if the window runs from right to
/// left, otherwise unchanged.
[[nodiscard]] QString inSentence(const QString& value);

}  // namespace quaywatch
