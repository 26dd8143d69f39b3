// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "core/message/message_list.h"
#include "core/registry/port_notes.h"
#include "core/registry/service_registry.h"
#include "tests/support/gui/pseudo_translator.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using test::PseudoTranslator;

constexpr unsigned kPorts = 65'536;

TEST(PortNoteText, CoversEachSentenceOfEachNote)
{
    const PseudoTranslator pseudo;
    int notes = 0;
    for (unsigned port = 0; port < kPorts; ++port) {
        const auto note = registry::portNote(static_cast<Port>(port));
        if (!note) {
            continue;
        }
        ++notes;
        ASSERT_EQ(note->id(), MessageId::Sentences) << port;
        EXPECT_TRUE(note->english().ends_with('.')) << port;
        EXPECT_EQ(CoreText::of(*note, 4096).count(u'['),
                  static_cast<qsizetype>(note->arguments().size()))
            << port;
    }
    EXPECT_GT(notes, 10);
}

TEST(PortNoteText, CoversEachUseThatIsMoreThanAName)
{
    const PseudoTranslator pseudo;
    int uses = 0;
    for (unsigned port = 0; port < kPorts; ++port) {
        for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
            const QString use = fromUtf8(registry::oftenUsedBy(static_cast<Port>(port), protocol));
            const auto message = registry::oftenUsedMessage(static_cast<Port>(port), protocol);
            ASSERT_EQ(message.has_value(), !use.isEmpty()) << port;
            if (!message) {
                continue;
            }
            EXPECT_EQ(fromUtf8(message->english()), use) << port;
            // A test of core checks that each use with other words than names has an id.
            if (message->hasId()) {
                ++uses;
                EXPECT_TRUE(PseudoTranslator::hasTranslated(CoreText::of(*message))) << port;
            }
        }
    }
    EXPECT_GT(uses, 10);
}

}  // namespace
}  // namespace quaywatch
