// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace quaywatch {

/// The words of a filter's text, split at blanks outside quotes; each as written.
[[nodiscard]] QStringList filterWords(const QString& text);

/// The text with the word, so that both hold: alternatives are put into parentheses first. Text
/// that has the word already is unchanged.
[[nodiscard]] QString withFilterWord(const QString& text, const QString& word);

/// The text without the word, wherever it stands by itself.
[[nodiscard]] QString withoutFilterWord(const QString& text, const QString& word);

/// A value, which must not be empty, as the language takes it: in quotes if it has blanks, signs of
/// the language or quotes.
[[nodiscard]] QString quotedFilterValue(const QString& value);

/// What may be typed, for completion: the keys, and the whole words of `is:` and `proto:`.
[[nodiscard]] QStringList filterVocabulary();

}  // namespace quaywatch
