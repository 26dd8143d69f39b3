// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/phrase_book.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Maximum depth of phrases within phrases; it limits the recursion that untrusted text can cause.
constexpr int kDeepest = 4;
constexpr qsizetype kLongest = 4096;

bool isPlace(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text[at] == u'%' && text[at + 1] >= u'1' && text[at + 1] <= u'9';
}

/// Returns the values of the placeholders if the text is made of these literals; each value as
/// short as possible.
std::optional<QStringList> valuesIn(QStringView text, const QStringList& literals)
{
    if (!text.startsWith(literals.front())) {
        return std::nullopt;
    }
    QStringList values;
    qsizetype at = literals.front().size();
    for (qsizetype i = 1; i < literals.size(); ++i) {
        const QString& literal = literals[i];
        const bool isLast = i + 1 == literals.size();
        // The last literal ends the text: if it is empty, its value is all of the remaining text.
        const qsizetype found =
            isLast ? text.size() - literal.size() : text.indexOf(literal, at + 1);
        if (found <= at || (isLast && !text.endsWith(literal))) {
            return std::nullopt;
        }
        values.append(text.mid(at, found - at).toString());
        at = found + literal.size();
    }
    return at == text.size() ? std::optional(values) : std::nullopt;
}

/// Swaps the case of the first letter.
QString withOtherCase(const QString& text)
{
    const QChar first = text.front();
    return (first.isUpper() ? first.toLower() : first.toUpper()) + text.mid(1);
}

}  // namespace

PhraseBook::PhraseBook(const std::vector<const char*>& phrases, Translate translate)
    : m_translate(std::move(translate))
{
    std::vector<std::pair<qsizetype, Phrase>> weighed;
    for (const char* source : phrases) {
        const QString text = QString::fromUtf8(source);
        Phrase phrase{source, {}, {}};
        qsizetype from = 0;
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (isPlace(text, at)) {
                phrase.literals.append(text.mid(from, at - from));
                phrase.places.push_back(text[at + 1].digitValue());
                from = at + 2;
            }
        }
        phrase.literals.append(text.mid(from));
        const qsizetype weight = text.size() - 2 * static_cast<qsizetype>(phrase.places.size());
        weighed.emplace_back(weight, std::move(phrase));
    }
    std::stable_sort(weighed.begin(), weighed.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_phrases.reserve(weighed.size());
    for (auto& [weight, phrase] : weighed) {
        m_phrases.push_back(std::move(phrase));
    }
}

PhraseBook::Match PhraseBook::find(const QString& text) const
{
    for (const Phrase& phrase : m_phrases) {
        if (phrase.places.empty()) {
            if (text == phrase.literals.front()) {
                return {&phrase, {}};
            }
        } else if (auto values = valuesIn(text, phrase.literals)) {
            return {&phrase, *std::move(values)};
        }
    }
    return {};
}

/// Whether the text is the cause of an error, after the failed operation. Otherwise, "write %1"
/// would match ": it has gone" as part of the file's name.
bool PhraseBook::isCause(const QString& text) const
{
    const Phrase* phrase = find(text).phrase;
    return phrase != nullptr && phrase->places.empty();
}

QString PhraseBook::translated(const QString& english) const
{
    if (english.size() > kLongest) {
        return english;
    }
    if (!english.endsWith(u'.')) {
        return part(english, 0);
    }
    // Sentence by sentence: otherwise, the last value of the first phrase would include all later
    // sentences.
    QStringList sentences = english.chopped(1).split(u". "_s);
    for (QString& sentence : sentences) {
        sentence = part(sentence, 0);
    }
    return sentences.join(u". "_s) + u'.';
}

QString PhraseBook::part(const QString& text, int depth) const
{
    if (depth > kDeepest || text.isEmpty()) {
        return text;
    }
    if (const qsizetype colon = text.lastIndexOf(": "_L1);
        colon > 0 && isCause(text.mid(colon + 2)) && find(text.left(colon)).phrase != nullptr) {
        return part(text.left(colon), depth + 1) + u": "_s + part(text.mid(colon + 2), depth + 1);
    }
    if (const Match match = find(text); match.phrase != nullptr) {
        return filled(match, depth);
    }
    // A phrase may begin a sentence in one text and occur within a sentence in another.
    if (const Match match = find(withOtherCase(text)); match.phrase != nullptr) {
        const QString other = filled(match, depth);
        return text.front().isUpper() == other.front().isUpper() ? other : withOtherCase(other);
    }
    if (const qsizetype colon = text.indexOf(": "_L1); colon > 0) {
        return part(text.left(colon), depth + 1) + u": "_s + part(text.mid(colon + 2), depth + 1);
    }
    if (const qsizetype aside = text.lastIndexOf(" ("_L1); aside > 0 && text.endsWith(u')')) {
        return part(text.left(aside), depth + 1) + text.mid(aside);
    }
    for (const QString& mark : {u"; "_s, u", "_s}) {
        if (text.contains(mark)) {
            return list(text, mark, depth + 1);
        }
    }
    return text;
}

QString PhraseBook::list(const QString& text, const QString& mark, int depth) const
{
    QStringList items = text.split(mark);
    for (QString& item : items) {
        item = part(item, depth);
    }
    return items.join(mark);
}

QString PhraseBook::filled(const Match& match, int depth) const
{
    const QString pattern = m_translate(match.phrase->source);
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        if (!isPlace(pattern, at)) {
            text += pattern[at];
            continue;
        }
        const std::vector<int>& places = match.phrase->places;
        const auto place = std::find(places.begin(), places.end(), pattern[++at].digitValue());
        if (place != places.end()) {
            text += part(match.values[place - places.begin()], depth + 1);
        }
    }
    return text;
}

}  // namespace quaywatch
