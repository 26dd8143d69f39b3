// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/filter_words.h"
#include "core/filter/filter.h"
#include "core/filter/filter_keys.h"
#include "tests/support/sockets/snapshot_builder.h"

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

TEST(LiveFilterWords, NameWhatIsThere)
{
    const Snapshot snapshot = test::snapshotOf(
        {test::tcpListener(22).ownedBy(test::process("sshd")).uid(0, "root"),
         test::tcpListener(8080).ownedBy(test::process("my shop")).uid(1000, "alice")});

    EXPECT_EQ(liveFilterWords(snapshot, u"process"_s),
              (QStringList{u"process:\"my shop\""_s, u"process:sshd"_s}));
    EXPECT_EQ(liveFilterWords(snapshot, u"user"_s), (QStringList{u"user:alice"_s, u"user:root"_s}));
    EXPECT_EQ(liveFilterWords(snapshot, u"port"_s), (QStringList{u"port:22"_s, u"port:8080"_s}));
    EXPECT_TRUE(liveFilterWords(snapshot, u"nonsense"_s).isEmpty());
}

TEST(LiveFilterWords, AreBoundedAndFiltersThemselves)
{
    std::vector<SocketRecord> sockets;
    for (std::uint32_t i = 0; i < 2 * kMaxLiveWords; ++i) {
        const std::string name = "evil\x1b[2J\n|" + std::to_string(i) + std::string(200, 'x');
        sockets.push_back(
            test::tcpListener(static_cast<Port>(i + 1)).ownedBy(test::process(name)).id(i + 1));
    }

    const QStringList words = liveFilterWords(test::snapshotOf(sockets), u"process"_s);

    EXPECT_EQ(words.size(), static_cast<qsizetype>(kMaxLiveWords));
    for (const QString& word : words) {
        ASSERT_LT(word.size(), 100);
        ASSERT_TRUE(Filter::parse(word.toStdString()).has_value()) << word.toStdString();
    }
}

}  // namespace

}  // namespace quaywatch
