// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

#include <QString>
#include <QStringList>

namespace quaywatch {

/// Splits a filter's text into words, at blanks outside quotes; each word as it was written.
[[nodiscard]] QStringList filterWords(const QString& text);

/// Adds the word to the text so that both apply: alternatives are put into parentheses first. Text
/// that already has the word is unchanged.
[[nodiscard]] QString withFilterWord(const QString& text, const QString& word);

/// Removes the word from the text, wherever it is a word of its own.
[[nodiscard]] QString withoutFilterWord(const QString& text, const QString& word);

/// Writes a value, which must not be empty, in the filter language: in quotes if it contains
/// blanks, operators of the language or quotes.
[[nodiscard]] QString quotedFilterValue(const QString& value);

/// Everything that completion offers, made from filterKeys(): the keys, each with its colon, and
/// for keys with fixed values the complete words ("is:exposed").
[[nodiscard]] QStringList filterVocabulary();

/// The words that match something in the snapshot, for a key such as "process" or "port":
/// "process:nginx". Sorted, at most kMaxLiveWords; empty for a key whose values are not listed.
[[nodiscard]] QStringList liveFilterWords(const Snapshot& snapshot, const QString& key);
inline constexpr std::size_t kMaxLiveWords = 500;

}  // namespace quaywatch
