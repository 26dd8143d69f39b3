// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/filter_words.h"
#include "core/filter/filter.h"
#include "core/filter/filter_keys.h"

#include <gtest/gtest.h>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;

TEST(FilterWords, KeepQuotedBlanksTogether)
{
    EXPECT_EQ(filterWords(u" a  process:\"x y\" b"_s),
              QStringList({u"a"_s, u"process:\"x y\""_s, u"b"_s}));
}

TEST(FilterWords, AddedWordAppliesToAllAlternatives)
{
    EXPECT_EQ(withFilterWord(u"a | b"_s, u"is:exposed"_s), u"(a | b) is:exposed"_s);
}

TEST(FilterWords, WordIsAddedOnceAndRemovedAgain)
{
    const QString once = withFilterWord(u"nc"_s, u"proto:tcp"_s);

    EXPECT_EQ(withFilterWord(once, u"proto:tcp"_s), once);
    EXPECT_EQ(withoutFilterWord(once, u"PROTO:TCP"_s), u"nc"_s);
}

TEST(FilterWords, QuotedValueIsAlwaysAFilter)
{
    for (const QString& value : {u"a b"_s, u"(x)"_s, u"!"_s, u"a|b"_s, u"\"q\""_s, u","_s}) {
        const QString text = u"process:="_s + quotedFilterValue(value);
        EXPECT_TRUE(Filter::parse(text.toStdString()).has_value()) << text.toStdString();
    }
}

TEST(FilterWords, VocabularyHasOnlyWordsOfTheLanguage)
{
    for (const QString& word : filterVocabulary()) {
        const QString text = word.endsWith(u':') ? QString() : word;
        EXPECT_TRUE(Filter::parse(text.toStdString()).has_value()) << text.toStdString();
    }
}

TEST(FilterWords, VocabularyIsTheTableOfTheLanguage)
{
    const QStringList vocabulary = filterVocabulary();

    for (const FilterKey& key : filterKeys()) {
        const QString name = QString::fromUtf8(key.name.data(), qsizetype(key.name.size())) + u':';
        EXPECT_TRUE(vocabulary.contains(name)) << name.toStdString();
        for (const std::string_view word : key.words) {
            EXPECT_TRUE(
                vocabulary.contains(name + QString::fromUtf8(word.data(), qsizetype(word.size()))))
                << key.name << ':' << word;
        }
    }
    for (const QString& word : {u"user:"_s, u"is:kernel"_s, u"state:syn-sent"_s}) {
        EXPECT_TRUE(vocabulary.contains(word)) << word.toStdString();
    }
}

}  // namespace

}  // namespace quaywatch
