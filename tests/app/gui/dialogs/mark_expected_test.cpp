// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "app/gui/dialogs/mark_several_dialog.h"
#include "app/gui/page/row_menu.h"
#include "app/text/qt_text.h"
#include "core/baseline/baseline_file.h"
#include "core/baseline/parse_baseline.h"
#include "tests/support/gui/mark_expected_fixture.h"
#include "tests/support/safe_umask.h"
#include "tests/support/sockets/snapshot_builder.h"
#include "tests/support/temp_dir.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

#include <algorithm>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::expectedNc;
using test::MarkExpected;
using test::nc;
using test::process;
using test::tcpListener;

TEST_F(MarkExpected, WritesTheShownLines)
{
    MarkExpectedDialog dialog(m_editor, nc());
    const QString shown = preview(dialog);
    QSignalSpy accepted(&dialog, &QDialog::accepted);

    button(dialog, u"Mark as expected"_s).click();

    ASSERT_TRUE(accepted.wait(5000));
    EXPECT_TRUE(fromUtf8(readTextFile(path(), 1U << 20U).value()).endsWith(shown));
    EXPECT_TRUE(entries().at(0).accepts(nc()));
}

TEST_F(MarkExpected, AppliesToThisProgramUnlessAnyIsChosen)
{
    MarkExpectedDialog dialog(m_editor, nc());
    EXPECT_TRUE(dialog.entry().means(entryFor(nc())));

    dialog.findChildren<QComboBox*>().at(0)->setCurrentIndex(1);

    EXPECT_TRUE(dialog.entry().accepts(tcpListener(931).ownedBy(process("other", 5, 0, "root"))));
    EXPECT_TRUE(preview(dialog).contains(u"program = \"any\""_s));
}

TEST_F(MarkExpected, SaysThatLoopbackOnlyWouldNotCoverTheOpenListener)
{
    MarkExpectedDialog dialog(m_editor, nc());

    dialog.findChildren<QComboBox*>().at(1)->setCurrentIndex(1);

    EXPECT_FALSE(dialog.entry().accepts(nc()));
    bool isShown = false;
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        isShown = isShown || label->text().contains(u"its address is 0.0.0.0, not loopback"_s);
    }
    EXPECT_TRUE(isShown);
}

TEST_F(MarkExpected, SetsAnExpiryDateAndANote)
{
    MarkExpectedDialog dialog(m_editor, nc());
    dialog.findChildren<QComboBox*>().at(2)->setCurrentIndex(2);
    dialog.findChildren<QLineEdit*>().back()->setText(u"a \"probe\" <b>"_s);

    EXPECT_TRUE(dialog.entry().until.has_value());
    EXPECT_TRUE(parseBaseline("schema = 1\n" + preview(dialog).toStdString()).has_value())
        << preview(dialog).toStdString();
}

TEST_F(MarkExpected, RejectsInvalidValuesAndSaysWhy)
{
    const MarkExpectedDialog dialog(m_editor, tcpListener(931).ownedBy(process("\xFF")));

    EXPECT_FALSE(button(dialog, u"Mark as expected"_s).isEnabled());
}

TEST_F(MarkExpected, StaysOpenAndSaysWhyWhereTheFileIsBroken)
{
    m_folder.write("quaywatch/expected.toml", "schema = 1\n[[expect\n");
    MarkExpectedDialog dialog(m_editor, nc());
    QSignalSpy refused(&m_editor, &BaselineEditor::refused);

    button(dialog, u"Mark as expected"_s).click();

    ASSERT_TRUE(refused.wait(5000));
    bool isShown = false;
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        isShown = isShown || label->text().contains(u"expected.toml:2:"_s);
    }
    EXPECT_TRUE(isShown);
    EXPECT_TRUE(button(dialog, u"Mark as expected"_s).isEnabled());
}

TEST_F(MarkExpected, IgnoresTheAnswersToADialogThatWasClosed)
{
    m_folder.write("quaywatch/expected.toml", "schema = 1");
    QSignalSpy changed(&m_editor, &BaselineEditor::changed);
    const std::uint64_t earlier = m_editor.add(entryFor(nc()));
    ASSERT_TRUE(changed.wait(5000));
    QSignalSpy found(&m_editor, &BaselineEditor::found);
    ForgetExpectedDialog dialog(m_editor, {expectedNc()});
    ASSERT_TRUE(found.wait(5000));
    const QString shown = textsOf(dialog);
    MarkExpectedDialog next(m_editor, nc());
    next.show();
    button(next, u"Mark as expected"_s).click();

    const Error error{ErrorCode::PermissionDenied, 0, "earlier"};
    emit m_editor.refused(error, earlier);
    emit m_editor.changed(earlier);

    EXPECT_EQ(textsOf(dialog), shown);
    EXPECT_FALSE(textsOf(next).contains(u"earlier"_s));
    EXPECT_TRUE(next.isVisible());
}

TEST_F(MarkExpected, CanBeUndoneToTheByte)
{
    const std::string before = "# mine\nschema = 1";
    m_folder.write("quaywatch/expected.toml", before);
    QSignalSpy changed(&m_editor, &BaselineEditor::changed);
    m_editor.add(entryFor(nc()));
    ASSERT_TRUE(changed.wait(5000));
    QSignalSpy found(&m_editor, &BaselineEditor::found);
    ForgetExpectedDialog dialog(m_editor, {expectedNc()});
    ASSERT_TRUE(found.wait(5000));
    EXPECT_TRUE(preview(dialog).contains(u"/usr/bin/nc"_s));
    QSignalSpy accepted(&dialog, &QDialog::accepted);

    button(dialog, u"Remove"_s).click();

    ASSERT_TRUE(accepted.wait(5000));
    EXPECT_EQ(readTextFile(path(), 1U << 20U).value(), before);
}

TEST_F(MarkExpected, SeveralAreWrittenInOneStepAndUndoneToTheByte)
{
    const std::string before = "# mine\nschema = 1\n";
    m_folder.write("quaywatch/expected.toml", before);
    SocketRecord expected = tcpListener(22).ownedBy(process("sshd"));
    expected.assessment.verdict = Verdict::Expected;
    const SocketRecord other = tcpListener(7703).ownedBy(process("srv"));
    MarkSeveralDialog dialog(
        m_editor, {nc(), expected, test::tcpConnection("10.0.0.1", 5, "10.0.0.2", 6), other, nc()});
    ASSERT_EQ(dialog.entries().size(), 2U);
    const QString shown = preview(dialog);
    QSignalSpy accepted(&dialog, &QDialog::accepted);

    button(dialog, u"Mark as expected"_s).click();

    ASSERT_TRUE(accepted.wait(5000));
    ASSERT_EQ(entries().size(), 2U);
    EXPECT_TRUE(entries().at(0).accepts(nc()));
    EXPECT_TRUE(entries().at(1).accepts(other));
    EXPECT_TRUE(fromUtf8(readTextFile(path(), 1U << 20U).value()).endsWith(shown));
    QSignalSpy changed(&m_editor, &BaselineEditor::changed);
    m_editor.removeAll(dialog.entries());
    ASSERT_TRUE(changed.wait(5000));
    EXPECT_EQ(readTextFile(path(), 1U << 20U).value(), before);
}

TEST_F(MarkExpected, SeveralSayWhatIsLeftOut)
{
    SocketRecord expected = tcpListener(22).ownedBy(process("sshd"));
    expected.assessment.verdict = Verdict::Expected;
    const MarkSeveralDialog dialog(
        m_editor, {nc(), expected, expected, test::tcpConnection("10.0.0.1", 5, "10.0.0.2", 6)});
    QString texts;
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
        texts += label->text() + u'\n';
    }

    EXPECT_TRUE(texts.contains(u"Connections left out: 1."_s)) << texts.toStdString();
    EXPECT_TRUE(texts.contains(u"Already expected, left out: 2."_s)) << texts.toStdString();
}

TEST_F(MarkExpected, SeveralAreNotSavedIfOneCannotBeWritten)
{
    const MarkSeveralDialog dialog(m_editor, {nc(), tcpListener(5).ownedBy(process("\xFF"))});

    EXPECT_FALSE(button(dialog, u"Mark as expected"_s).isEnabled());
}

TEST_F(MarkExpected, SeveralAreRemovedInOneStepAndOthersAreLeftAlone)
{
    SocketRecord other = tcpListener(7703).ownedBy(process("srv"));
    other.assessment.verdict = Verdict::Expected;
    const SocketRecord third = tcpListener(22).ownedBy(process("sshd"));
    QSignalSpy changed(&m_editor, &BaselineEditor::changed);
    m_editor.addAll({entryFor(nc()), entryFor(third), entryFor(other)});
    ASSERT_TRUE(changed.wait(5000));
    SocketRecord gone = tcpListener(7704).ownedBy(process("gone"));
    gone.assessment.verdict = Verdict::Expected;
    QSignalSpy found(&m_editor, &BaselineEditor::found);
    ForgetExpectedDialog dialog(m_editor, {expectedNc(), other, gone, expectedNc(), third,
                                           test::tcpConnection("10.0.0.1", 5, "10.0.0.2", 6)});
    ASSERT_TRUE(found.wait(5000));
    ASSERT_EQ(dialog.entries().size(), 2U);
    EXPECT_TRUE(preview(dialog).contains(u"/usr/bin/srv"_s));
    EXPECT_TRUE(textsOf(dialog).contains(u"Connections left out: 1."_s));
    EXPECT_TRUE(textsOf(dialog).contains(u"Not expected, left out: 1."_s));
    EXPECT_TRUE(textsOf(dialog).contains(u"no entry matches any more: 1."_s));
    QSignalSpy accepted(&dialog, &QDialog::accepted);

    button(dialog, u"Remove"_s).click();

    ASSERT_TRUE(accepted.wait(5000));
    ASSERT_EQ(entries().size(), 1U);
    EXPECT_TRUE(entries().at(0).accepts(third));
}

TEST_F(MarkExpected, AListenerThatNoEntryMatchesCannotBeRemoved)
{
    QSignalSpy found(&m_editor, &BaselineEditor::found);
    const ForgetExpectedDialog dialog(m_editor, {expectedNc()});
    ASSERT_TRUE(found.wait(5000));

    EXPECT_FALSE(button(dialog, u"Remove"_s).isEnabled());
    EXPECT_TRUE(textsOf(dialog).contains(u"No entry in the file matches it any more"_s));
}

TEST_F(MarkExpected, TheMenuMarksTheSelectedRowsUnlessAllAreExpected)
{
    SocketRecord expected = tcpListener(22).ownedBy(process("sshd"));
    expected.assessment.verdict = Verdict::Expected;
    RowContext context;
    context.socket = expected;
    context.selected = {expected, nc()};
    EXPECT_EQ(context.marked().size(), 2U);
    const auto hasAction = [&context](const QString& text) {
        const RowMenu menu(context);
        const auto actions = menu.actions();
        return std::any_of(actions.begin(), actions.end(), [&text](const QAction* action) {
            return action->text() == text && action->isEnabled();
        });
    };

    EXPECT_TRUE(hasAction(u"&Mark as expected…"_s));
    context.selected = {expected, tcpListener(23)};
    context.selected.back().assessment.verdict = Verdict::Expected;
    EXPECT_TRUE(hasAction(u"&Remove from expected…"_s));
}

TEST_F(MarkExpected, TheWindowUsesTheFileFromTheNextPoll)
{
    open({nc()});
    EXPECT_EQ(monitor->snapshot()->sockets[0].assessment.verdict, Verdict::Unexpected);
    ASSERT_TRUE(editBaseline(
        path(), [](std::string_view text) { return withEntry(text, entryFor(nc())); }));

    monitor->refreshNow();

    ASSERT_TRUE(waitForUpdate());
    EXPECT_EQ(monitor->snapshot()->sockets[0].assessment.verdict, Verdict::Expected);
}

TEST_F(MarkExpected, ABrokenFileIsAGapAndTheLastValidOneStaysActive)
{
    ASSERT_TRUE(editBaseline(
        path(), [](std::string_view text) { return withEntry(text, entryFor(nc())); }));
    open({nc()});
    m_folder.write("quaywatch/expected.toml", "schema = 1\n[[expect\n");

    monitor->refreshNow();

    ASSERT_TRUE(waitForUpdate());
    EXPECT_EQ(monitor->snapshot()->sockets[0].assessment.verdict, Verdict::Expected);
    ASSERT_EQ(monitor->snapshot()->gaps.size(), 1U);
    EXPECT_EQ(monitor->snapshot()->gaps[0].kind, Gap::Kind::Baseline);
}

TEST_F(MarkExpected, TheMenuOffersItForListenersAndTheRemovalForExpectedOnes)
{
    const auto labels = [](const SocketRecord& socket) {
        RowContext context;
        context.socket = socket;
        QStringList texts;
        const RowMenu menu(context);
        for (const QAction* action : menu.actions()) {
            texts.append(action->text());
        }
        return texts;
    };
    SocketRecord expected = nc();
    expected.assessment.verdict = Verdict::Expected;

    EXPECT_TRUE(labels(nc()).contains(u"&Mark as expected…"_s));
    EXPECT_TRUE(labels(expected).contains(u"&Remove from expected…"_s));
    EXPECT_FALSE(labels(test::tcpConnection("10.0.0.1", 5, "10.0.0.2", 6))
                     .contains(u"&Mark as expected…"_s));
}

TEST_F(MarkExpected, TheDialogsShowUntrustedTextLiterally)
{
    const std::string evil = "<b>evil</b>\n\x1b[31m\xE2\x80\xAE&rm";
    const MarkExpectedDialog dialog(
        m_editor,
        tcpListener(931).ownedBy(process(evil, 4711, 1000, evil)).serviceContext(evil, evil));

    for (const auto* label : dialog.findChildren<QLabel*>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
    }
    for (const auto* choice : dialog.findChildren<QComboBox*>()) {
        EXPECT_FALSE(choice->currentText().contains(QChar(0x1b)));
    }
    EXPECT_TRUE(preview(dialog).contains(u"<b>evil</b>\\u000A\\u001B[31m\\u202E"_s))
        << preview(dialog).toStdString();
}

TEST_F(MarkExpected, TheAnswerToAClosedDialogIsNotShownInTheNext)
{
    m_folder.write("quaywatch/expected.toml", withEntry("schema = 1\n", entryFor(nc())).value());
    SocketRecord other = tcpListener(8080).ownedBy(process("node"));
    other.assessment.verdict = Verdict::Expected;
    QSignalSpy found(&m_editor, &BaselineEditor::found);
    {
        const ForgetExpectedDialog closed(m_editor, {expectedNc()});
    }

    const ForgetExpectedDialog dialog(m_editor, {other});
    ASSERT_TRUE(QTest::qWaitFor([&found] { return found.size() == 2; }));

    EXPECT_TRUE(dialog.entries().empty());
    EXPECT_FALSE(button(dialog, u"Remove"_s).isEnabled());
}

}  // namespace
}  // namespace quaywatch
