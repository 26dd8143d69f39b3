// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/translation.h"

#include <gtest/gtest.h>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Message {
    QString source;
    QStringList translations;  ///< One, or one per plural form.
    bool isNumerus = false;
    bool isFinished = false;
};

/// Every message of a Qt Linguist file, including those that Qt Linguist itself warns of.
std::vector<Message> messagesIn(const QString& path)
{
    std::vector<Message> messages;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "message"_L1) {
            messages.emplace_back();
            messages.back().isNumerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            messages.back().isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!messages.back().isNumerus) {
                messages.back().translations = {xml.readElementText()};
            }
        } else if (xml.name() == "numerusform"_L1) {
            messages.back().translations.append(xml.readElementText());
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return messages;
}

/// The placeholders, which a translation must contain as often as its source.
QStringList placeholdersIn(const QString& text)
{
    static const QRegularExpression kPlaceholder(u"%L?[1-9n]"_s);
    QStringList places;
    auto matches = kPlaceholder.globalMatch(text);
    while (matches.hasNext()) {
        places.append(matches.next().captured());
    }
    places.sort();
    return places;
}

int mnemonicsIn(QString text)
{
    return static_cast<int>(text.remove(u"&&"_s).count(u'&'));
}

class TranslationFile : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] static std::vector<Message> messages()
    {
        return messagesIn(QStringLiteral(QUAYWATCH_SOURCE) +
                          u"/resources/translations/quaywatch_"_s + QLatin1StringView(GetParam()) +
                          u".ts"_s);
    }
};

TEST_P(TranslationFile, IsComplete)
{
    const auto all = messages();
    EXPECT_GT(all.size(), 700U);
    for (const Message& message : all) {
        const std::string source = message.source.toStdString();
        EXPECT_TRUE(message.isFinished) << source;
        EXPECT_EQ(message.translations.size(), message.isNumerus ? 2 : 1) << source;
        EXPECT_FALSE(message.translations.contains(QString())) << source;
    }
}

TEST_P(TranslationFile, KeepsThePlaceholders)
{
    for (const Message& message : messages()) {
        for (const QString& translation : message.translations) {
            EXPECT_EQ(placeholdersIn(translation), placeholdersIn(message.source))
                << message.source.toStdString() << " => " << translation.toStdString();
        }
    }
}

TEST_P(TranslationFile, HasTheMnemonicsOfTheSource)
{
    for (const Message& message : messages()) {
        for (const QString& translation : message.translations) {
            EXPECT_EQ(mnemonicsIn(translation), mnemonicsIn(message.source))
                << message.source.toStdString() << " => " << translation.toStdString();
        }
    }
}

TEST_P(TranslationFile, BeginsAndEndsWithTheSameSpacesAndPunctuation)
{
    const auto blanks = [](const QString& text) {
        const bool hasSign = text.endsWith(u'.') || text.endsWith(u'…') || text.endsWith(u':');
        return std::tuple(text.front().isSpace(), text.back().isSpace(),
                          hasSign ? text.back() : QChar(), text.count(u'\n'));
    };
    for (const Message& message : messages()) {
        for (const QString& translation : message.translations) {
            // Short texts may be abbreviations, which other languages abbreviate differently.
            if (message.source.size() > 8 && !translation.isEmpty()) {
                EXPECT_EQ(blanks(translation), blanks(message.source))
                    << message.source.toStdString() << " => " << translation.toStdString();
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, TranslationFile, testing::Values("de", "sv"),
                         [](const auto& language) { return std::string(language.param); });

TEST(Translation, UsesTheConfiguredLanguage)
{
    EXPECT_EQ(Translation::choose(u"sv"_s, {u"de-AT"_s}, {u"en"_s, u"de"_s, u"sv"_s}), u"sv"_s);
}

TEST(Translation, ElseUsesTheFirstAvailableSystemLanguage)
{
    const QStringList spoken{u"en"_s, u"de"_s, u"sv"_s};

    EXPECT_EQ(Translation::choose({}, {u"de-AT"_s, u"en-US"_s}, spoken), u"de"_s);
    EXPECT_EQ(Translation::choose({}, {u"fr-FR"_s, u"sv_FI"_s}, spoken), u"sv"_s);
    EXPECT_EQ(Translation::choose({}, {u"en-GB"_s, u"de"_s}, spoken), u"en"_s);
    EXPECT_EQ(Translation::choose(u"xx"_s, {u"de"_s}, spoken), u"de"_s);
}

TEST(Translation, ElseUsesEnglish)
{
    EXPECT_EQ(Translation::choose({}, {u"fr"_s}, {u"en"_s, u"de"_s}), u"en"_s);
    EXPECT_EQ(Translation::choose({}, {}, {u"en"_s}), u"en"_s);
    EXPECT_EQ(Translation::choose({}, {u"C"_s}, {u"en"_s, u"de"_s}), u"en"_s);
}

TEST(Translation, NamesALanguageInThatLanguage)
{
    EXPECT_EQ(Translation::nameOf(u"en"_s), u"English"_s);
    EXPECT_EQ(Translation::nameOf(u"de"_s), u"Deutsch"_s);
    EXPECT_EQ(Translation::nameOf(u"sv"_s), u"Svenska"_s);
}

}  // namespace
}  // namespace quaywatch
