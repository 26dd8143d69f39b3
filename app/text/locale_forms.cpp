// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/locale_forms.h"

#include <QChar>
#include <QList>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Forms {
    QLocale times = QLocale::system();
    QLocale words = QLocale(u"en"_s);
};

Forms& forms()
{
    static Forms forms;
    return forms;
}

/// With a decimal point, commas between thousands and the digits 0 to 9, which the Unicode locale
/// data has for all languages that can also be written with other digits. So does a system without
/// a locale.
QLocale numbersOf(const QLocale& locale)
{
    const bool hasForm = locale.language() != QLocale::C && locale.zeroDigit() == "0"_L1;
    return hasForm ? locale : QLocale(QLocale::English);
}

}  // namespace

void LocaleForms::use(const QLocale& ofTheSystem, const QString& language)
{
    const bool isChosen = ofTheSystem.language() != QLocale::C;
    const QLocale spoken(language);
    const bool isEnglish = spoken.language() == QLocale::English;
    const QLocale form = isChosen || isEnglish ? ofTheSystem : spoken;
    forms() = {form, spoken.language() == form.language() ? form : spoken};
    QLocale::setDefault(numbersOf(form));
}

const QLocale& LocaleForms::times()
{
    return forms().times;
}

const QLocale& LocaleForms::words()
{
    return forms().words;
}

QString LocaleForms::withWesternDigits(const QString& text)
{
    QString western;
    western.reserve(text.size());
    for (const char32_t character : text.toUcs4()) {
        const int digit = QChar::category(character) == QChar::Number_DecimalDigit
                              ? QChar::digitValue(character)
                              : -1;
        if (digit >= 0) {
            western.append(QChar(u'0' + digit));
        } else {
            western.append(QChar::fromUcs4(character));
        }
    }
    return western;
}

}  // namespace quaywatch
