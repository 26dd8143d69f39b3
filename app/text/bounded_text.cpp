// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/bounded_text.h"

#include <algorithm>

namespace quaywatch {

namespace {

constexpr QChar kEllipsis(0x2026);

/// A character at which Qt always breaks a line. A no-break space is part of a word.
bool isBreak(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t';
}

bool isPartOfBefore(QChar c)
{
    return c.isLowSurrogate() || c.isMark();
}

/// Returns the last position up to `at`, and after `first`, where a text may be cut.
qsizetype cutBefore(const QString& text, qsizetype at, qsizetype first)
{
    while (at > first && isPartOfBefore(text.at(at))) {
        --at;
    }
    return at;
}

qsizetype endOfWord(const QString& text, qsizetype first)
{
    const auto* const end = std::find_if(text.begin() + first, text.end(), isBreak);
    return end - text.begin();
}

}  // namespace

BoundedText BoundedText::of(const QString& plain, qsizetype longest, qsizetype longestWord)
{
    if (plain.size() <= std::min(longest, longestWord)) {
        return {plain, false};
    }
    BoundedText text;
    text.shown.reserve(std::min(plain.size(), longest));
    qsizetype at = 0;
    while (at < plain.size() && text.shown.size() < longest) {
        if (isBreak(plain.at(at))) {
            text.shown += plain.at(at++);
            continue;
        }
        const qsizetype end = endOfWord(plain, at);
        const qsizetype room = std::min(longestWord, longest - text.shown.size());
        if (end - at <= room) {
            text.shown += QStringView(plain).sliced(at, end - at);
        } else {
            const qsizetype cut = cutBefore(plain, at + room - 1, at);
            text.shown += QStringView(plain).sliced(at, cut - at);
            text.shown += kEllipsis;
            text.isCut = true;
        }
        at = end;
    }
    if (at < plain.size() && !text.isCut) {
        text.isCut = true;
    }
    if (at < plain.size() && !text.shown.endsWith(kEllipsis)) {
        text.shown.truncate(cutBefore(text.shown, longest - 1, 0));
        text.shown += kEllipsis;
    }
    return text;
}

}  // namespace quaywatch
