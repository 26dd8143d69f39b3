// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_phrases.h"
#include "app/text/phrase_book.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A translator to a language that writes rule texts in capitals.
QString inCapitals(const char* phrase)
{
    const QString text = QString::fromUtf8(phrase);
    return text.contains(u'%') ? text : text.toUpper();
}

QString translated(const QString& english)
{
    static const std::vector<const char*> kPhrases(corePhrases().begin(), corePhrases().end());
    return PhraseBook(kPhrases, inCapitals).translated(english);
}

TEST(SumPhrase, TranslatesTheRulesOfASummaryAlert)
{
    EXPECT_EQ(translated(u"2 alerts: something listens on a well-known port that is nobody's: "
                         "tcp 0.0.0.0:931 nc, tcp 0.0.0.0:940 nc"_s),
              u"2 alerts: sOMETHING LISTENS ON A WELL-KNOWN PORT THAT IS NOBODY'S: "
              "tcp 0.0.0.0:931 nc, tcp 0.0.0.0:940 nc"_s);
}

TEST(SumPhrase, TranslatesEachRuleWithItsCount)
{
    EXPECT_EQ(translated(u"3 alerts: 2 times another program took over a port; "
                         "a program does not close its connections: tcp 0.0.0.0:80 nc"_s),
              u"3 alerts: 2 times aNOTHER PROGRAM TOOK OVER A PORT; "
              "a PROGRAM DOES NOT CLOSE ITS CONNECTIONS: tcp 0.0.0.0:80 nc"_s);
}

}  // namespace
}  // namespace quaywatch
