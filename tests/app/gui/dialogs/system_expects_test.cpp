// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "tests/support/gui/mark_expected_fixture.h"
#include "tests/support/safe_umask.h"

#include <QSignalSpy>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::expectedNc;
using test::MarkExpected;
using test::nc;
using test::process;
using test::tcpListener;

/// A port that a file of the system expects.
class SystemExpects : public MarkExpected {
protected:
    /// A file of the system that expects nc on 931.
    void writeSystem(bool isFixed)
    {
        BaselineEntry entry = entryFor(nc());
        entry.isFixed = isFixed;
        m_folder.write("expected.d/50-base.toml", withEntry("schema = 1\n", entry).value());
    }

    test::SafeUmask m_umask;
    BaselineEditor m_systemEditor{path(), nullptr, m_folder.path("expected.d")};
};

TEST_F(SystemExpects, AnEntryThatAUserCannotRemove)
{
    for (const bool isFixed : {false, true}) {
        writeSystem(isFixed);
        QSignalSpy refused(&m_systemEditor, &BaselineEditor::refused);

        const ForgetExpectedDialog dialog(m_systemEditor, {expectedNc()});
        ASSERT_TRUE(refused.wait(5000));

        const QString texts = textsOf(dialog);
        EXPECT_TRUE(texts.contains(u"expected.d/50-base.toml, line 3 expects it"_s))
            << texts.toStdString();
        EXPECT_EQ(texts.contains(u"and fixes it"_s), isFixed) << texts.toStdString();
        EXPECT_FALSE(button(dialog, u"Remove"_s).isEnabled());
    }
}

TEST_F(SystemExpects, AListenerOfTheSystemIsNotCalledUnmatched)
{
    writeSystem(false);
    SocketRecord mine = tcpListener(8080).ownedBy(process("node"));
    m_folder.write("quaywatch/expected.toml", withEntry("schema = 1\n", entryFor(mine)).value());
    mine.assessment.verdict = Verdict::Expected;
    QSignalSpy found(&m_systemEditor, &BaselineEditor::found);

    const ForgetExpectedDialog dialog(m_systemEditor, {expectedNc(), mine});
    ASSERT_TRUE(found.wait(5000));

    const QString texts = textsOf(dialog);
    EXPECT_FALSE(texts.contains(u"no entry matches any more"_s)) << texts.toStdString();
    EXPECT_TRUE(texts.contains(u"Expected by a file of the system, left out: 1."_s))
        << texts.toStdString();
    EXPECT_TRUE(button(dialog, u"Remove"_s).isEnabled());
}

TEST_F(SystemExpects, APortThatAUserCannotMark)
{
    writeSystem(true);
    const SocketRecord other = tcpListener(931).ownedBy(process("other"));
    MarkExpectedDialog dialog(m_systemEditor, other);
    QSignalSpy refused(&m_systemEditor, &BaselineEditor::refused);

    button(dialog, u"Mark as expected"_s).click();

    ASSERT_TRUE(refused.wait(5000));
    EXPECT_TRUE(textsOf(dialog).contains(u"tcp port 931 is fixed by"_s))
        << textsOf(dialog).toStdString();
    EXPECT_TRUE(entries().empty());
}

}  // namespace
}  // namespace quaywatch
