// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace quaywatch {

/// The part of a text that is passed to Qt's layout. The layout breaks long lines and long words in
/// quadratic time or worse: another user's command line of 60,000 characters blocked the window for
/// 12 seconds.
///
/// A word ends at a space, a tab or a line break; an ellipsis replaces what is left out. A cut
/// never separates a character from its combining marks.
struct BoundedText {
    static constexpr qsizetype kLongest = 4096;
    static constexpr qsizetype kLongestWord = 256;
    /// Already as wide as a screen.
    static constexpr qsizetype kLongestMenuText = 160;

    QString shown;
    bool isCut = false;

    [[nodiscard]] static BoundedText of(const QString& plain, qsizetype longest = kLongest,
                                        qsizetype longestWord = kLongestWord);
};

/// Returns the text alone, for places that cannot offer the rest.
[[nodiscard]] inline QString bounded(const QString& plain,
                                     qsizetype longest = BoundedText::kLongest)
{
    return BoundedText::of(plain, longest).shown;
}

}  // namespace quaywatch
