// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace quaywatch {

/// As much of a text as Qt's layout is given. It breaks long lines and long words in quadratic time
/// and more: another user's command line of 60,000 characters held the window up for 12 seconds.
///
/// A word ends at a blank or a line break; where something is left out there is an ellipsis. A cut
/// never divides a character from its marks.
struct BoundedText {
    static constexpr qsizetype kLongest = 4096;
    static constexpr qsizetype kLongestWord = 256;
    /// Wide as a screen already.
    static constexpr qsizetype kLongestMenuText = 160;

    QString shown;
    bool isCut = false;

    [[nodiscard]] static BoundedText of(const QString& plain, qsizetype longest = kLongest,
                                        qsizetype longestWord = kLongestWord);
};

/// The text alone, for where there is no place to offer the rest.
[[nodiscard]] inline QString bounded(const QString& plain,
                                     qsizetype longest = BoundedText::kLongest)
{
    return BoundedText::of(plain, longest).shown;
}

}  // namespace quaywatch
