// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QString>

namespace quaywatch {

/// The forms of times, numbers and lists. The language of the window chooses only words; the system
/// chooses the form of dates, times and numbers. A system without a locale ("C") chooses none: then
/// the language does.
///
/// There is one digit system: 0 to 9 everywhere, as ports, addresses and PIDs are written that way
/// in any language. A locale with other digits keeps its order of date and time, its 12 or 24
/// hours, and its marks for them; its numbers have a decimal point and commas.
///
/// Set once on the GUI thread, before any other thread asks.
class LocaleForms {
public:
    /// Sets the forms, and QLocale's default with those of numbers, which "%L1", "%Ln" and spin
    /// boxes use.
    ///
    /// @param language  The code of the window's language, such as "en".
    static void use(const QLocale& ofTheSystem, const QString& language);

    /// For dates and times. Use the functions of time_text.h, which replace its digits.
    [[nodiscard]] static const QLocale& times();
    /// For what consists of words, such as the "and" of a list.
    [[nodiscard]] static const QLocale& words();

    /// Replaces the decimal digits of all scripts by 0 to 9.
    [[nodiscard]] static QString withWesternDigits(const QString& text);
};

}  // namespace quaywatch
