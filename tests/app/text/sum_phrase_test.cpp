// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_phrases.h"
#include "app/text/phrase_book.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A translator to a language that marks phrases and keeps their placeholders.
QString marked(const char* phrase)
{
    return u'[' + QString::fromUtf8(phrase) + u']';
}

QString translated(const QString& english)
{
    static const std::vector<const char*> kPhrases = [] {
        std::vector<const char*> phrases;
        for (const auto& each : {corePhrases(), corePortPhrases()}) {
            phrases.insert(phrases.end(), each.begin(), each.end());
        }
        return phrases;
    }();
    return PhraseBook(kPhrases, marked).translated(english);
}

TEST(SumPhrase, TranslatesASummaryOfOneRule)
{
    EXPECT_EQ(translated(u"2 unexpected listeners: 931/tcp, 940/udp"_s),
              u"[2 unexpected listeners]: 931/tcp, 940/udp"_s);
    EXPECT_EQ(translated(u"1 new listener: 8080/tcp"_s), u"[1 new listener]: 8080/tcp"_s);
}

TEST(SumPhrase, TranslatesEachRuleWithItsCount)
{
    EXPECT_EQ(translated(u"3 alerts: 2 ports taken over; 1 program that leaks connections: "
                         "80/tcp, 81/tcp"_s),
              u"[3 alerts]: [2 ports taken over]; [1 program that leaks connections]: "
              "80/tcp, 81/tcp"_s);
}

TEST(SumPhrase, TranslatesHowManyAreNotNamed)
{
    EXPECT_EQ(translated(u"20 new listeners: 925/tcp, 926/tcp and 18 more"_s),
              u"[[20 new listeners]: 925/tcp, 926/tcp and 18 more]"_s);
}

}  // namespace
}  // namespace quaywatch
