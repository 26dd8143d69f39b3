// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/phrase_book.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A phrase book from English to German.
class PhraseBookTest : public testing::Test {
protected:
    [[nodiscard]] std::string translated(const QString& english) const
    {
        std::vector<const char*> phrases;
        for (const auto& [source, target] : m_words) {
            phrases.push_back(source.c_str());
        }
        const PhraseBook book(phrases, [this](const char* phrase) {
            return QString::fromUtf8(m_words.at(phrase).c_str());
        });
        return book.translated(english).toStdString();
    }

private:
    std::map<std::string, std::string> m_words{
        {"the kernel", "der Kernel"},
        {"it has gone", "es ist weg"},
        {"it has gone for good", "es ist endgültig weg"},
        {"held by %1", "gehalten von %1"},
        {"%1 took over from %2", "von %2 übernahm %1"},
        {"user %1", "Benutzer %1"},
        {"port %1 (%2)", "Port %1 (%2)"},
        {"%1 of %2", "%2s %1"},
        {"write %1", "%1 schreiben"},
        {"what came: %1", "was kam: %1"},
    };
};

TEST_F(PhraseBookTest, KeepsUnknownText)
{
    EXPECT_EQ(translated(u"something else"_s), "something else");
    EXPECT_EQ(translated(u"Something else. And more."_s), "Something else. And more.");
    EXPECT_EQ(translated(u"a, b: c (d); e"_s), "a, b: c (d); e");
    EXPECT_EQ(translated(QString()), "");
}

TEST_F(PhraseBookTest, TranslatesAPhrase)
{
    EXPECT_EQ(translated(u"it has gone"_s), "es ist weg");
}

TEST_F(PhraseBookTest, PlacesValuesWhereTheTranslationHasThem)
{
    EXPECT_EQ(translated(u"nc took over from nginx"_s), "von nginx übernahm nc");
}

TEST_F(PhraseBookTest, TranslatesAValueThatIsAPhrase)
{
    EXPECT_EQ(translated(u"held by the kernel"_s), "gehalten von der Kernel");
}

TEST_F(PhraseBookTest, SubstitutesAValueOnceWhateverItContains)
{
    EXPECT_EQ(translated(u"%2 took over from %1"_s), "von %1 übernahm %2");
    EXPECT_EQ(translated(u"held by %1"_s), "gehalten von %1");
}

TEST_F(PhraseBookTest, NeedsAValueForEachPlaceholder)
{
    EXPECT_EQ(translated(u"held by "_s), "held by ");
}

TEST_F(PhraseBookTest, PrefersTheMostSpecificPhrase)
{
    EXPECT_EQ(translated(u"held by someone of old took over from x"_s),
              "von x übernahm gehalten von olds someone");
}

TEST_F(PhraseBookTest, TranslatesSentenceBySentence)
{
    EXPECT_EQ(translated(u"Held by nc. Who knows? It has gone."_s),
              "Gehalten von nc. Who knows? It has gone.");
    EXPECT_EQ(translated(u"Held by nc. It has gone."_s), "Gehalten von nc. Es ist weg.");
    EXPECT_EQ(translated(u"nobody knows; it has gone (2)"_s), "nobody knows; es ist weg (2)");
}

TEST_F(PhraseBookTest, TranslatesPartsBetweenSeparators)
{
    EXPECT_EQ(translated(u"nc (PID 3), user alice, the kernel"_s),
              "nc (PID 3), Benutzer alice, der Kernel");
    EXPECT_EQ(translated(u"tcp 931: it has gone"_s), "tcp 931: es ist weg");
    EXPECT_EQ(translated(u"it has gone (sudo something)"_s), "es ist weg (sudo something)");
    EXPECT_EQ(translated(u"held by port 80 (http)"_s), "gehalten von Port 80 (http)");
}

TEST_F(PhraseBookTest, DoesNotTakeACauseAsPartOfTheValueBeforeIt)
{
    EXPECT_EQ(translated(u"write /a/b: it has gone"_s), "/a/b schreiben: es ist weg");
    EXPECT_EQ(translated(u"what came: write /a: it has gone"_s),
              "was kam: /a schreiben: es ist weg");
    EXPECT_EQ(translated(u"write /a: b"_s), "/a: b schreiben");
}

TEST_F(PhraseBookTest, BoundsItsWorkOnUntrustedText)
{
    const QString deep = QString(u"held by "_s).repeated(200) + u"x"_s;
    const std::string text = translated(deep);
    EXPECT_TRUE(text.starts_with("gehalten von gehalten von "));
    EXPECT_TRUE(text.ends_with(" held by x"));
    const QString colons = QString(u"a: "_s).repeated(500);
    EXPECT_EQ(translated(colons), colons.toStdString());
}

}  // namespace
}  // namespace quaywatch
