// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/filter_words.h"

#include "app/text/qt_text.h"
#include "core/filter/filter_keys.h"

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

QStringList filterWords(const QString& text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (const QChar c : text) {
        isQuoted = (c == u'"') != isQuoted;
        if (c.isSpace() && !isQuoted) {
            if (!word.isEmpty()) {
                words.append(word);
                word.clear();
            }
        } else {
            word.append(c);
        }
    }
    if (!word.isEmpty()) {
        words.append(word);
    }
    return words;
}

QString withFilterWord(const QString& text, const QString& word)
{
    const QString before = text.trimmed();
    if (before.isEmpty()) {
        return word;
    }
    if (filterWords(before).contains(word, Qt::CaseInsensitive)) {
        return text;
    }
    return before.contains(u'|') ? u"(%1) %2"_s.arg(before, word) : before + u' ' + word;
}

QString withoutFilterWord(const QString& text, const QString& word)
{
    QStringList words = filterWords(text);
    words.removeIf(
        [&](const QString& each) { return each.compare(word, Qt::CaseInsensitive) == 0; });
    return words.join(u' ');
}

QString quotedFilterValue(const QString& value)
{
    static const QString kSigns = u" \t|()!,\""_s;
    const bool hasSigns = std::any_of(value.begin(), value.end(),
                                      [](QChar c) { return c.isSpace() || kSigns.contains(c); });
    QString inner = value;
    inner.remove(u'"');
    return hasSigns ? u'"' + inner + u'"' : value;
}

QStringList filterVocabulary()
{
    QStringList vocabulary;
    for (const FilterKey& key : filterKeys()) {
        const QString name = fromUtf8(key.name) + u':';
        vocabulary.append(name);
        for (const std::string_view word : key.words) {
            vocabulary.append(name + fromUtf8(word));
        }
    }
    return vocabulary;
}

}  // namespace quaywatch
