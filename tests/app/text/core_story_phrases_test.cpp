// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "core/registry/port_notes.h"
#include "core/registry/service_registry.h"
#include "tests/support/gui/pseudo_translator.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::PseudoTranslator;

constexpr unsigned kPorts = 65'536;

TEST(CoreStoryPhrases, CoverEachSentenceOfEachStory)
{
    const PseudoTranslator pseudo;
    int stories = 0;
    for (unsigned port = 0; port < kPorts; ++port) {
        const QString story = fromUtf8(registry::portNote(static_cast<Port>(port)));
        if (story.isEmpty()) {
            continue;
        }
        ++stories;
        ASSERT_TRUE(story.endsWith(u'.')) << port;
        for (const QString& sentence : story.chopped(1).split(u". "_s)) {
            EXPECT_TRUE(PseudoTranslator::hasTranslated(CoreText::of(sentence)))
                << port << ": " << sentence.toStdString();
        }
        EXPECT_EQ(CoreText::of(story).count(u'['), story.count(u". "_s) + 1) << port;
    }
    EXPECT_GT(stories, 10);
}

/// Whether a use is more than a program name, that is, contains a word of a language.
bool hasWords(const QString& use)
{
    const QStringList names{u"SpamAssassin (spamd)"_s};
    const QStringList words = use.split(u' ');
    return !names.contains(use) &&
           (use.endsWith(u" servers"_s) ||
            std::any_of(words.begin(), words.end(), [](const QString& word) {
                return word.contains(u"'s"_s) || word.front().isLower() || word.startsWith(u'(');
            }));
}

TEST(CoreStoryPhrases, CoverEachUseThatIsMoreThanAName)
{
    const PseudoTranslator pseudo;
    int uses = 0;
    for (unsigned port = 0; port < kPorts; ++port) {
        for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
            const QString use = fromUtf8(registry::oftenUsedBy(static_cast<Port>(port), protocol));
            if (!use.isEmpty() && hasWords(use)) {
                ++uses;
                EXPECT_TRUE(PseudoTranslator::hasTranslated(CoreText::of(use)))
                    << port << ": " << use.toStdString();
            }
        }
    }
    EXPECT_GT(uses, 15);
}

}  // namespace
}  // namespace quaywatch
