// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The name that another user's process sets for itself can have 100,000 characters. The tests check
// the longest text and the longest word of everything that Qt lays out.

#include "app/alerts/alert_manager.h"
#include "app/gui/alerts/alerts_page.h"
#include "app/gui/details/details_panel.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/page/row_menu.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/widgets/value_document.h"
#include "app/gui/widgets/whole_text_dialog.h"
#include "app/gui/window/status_line.h"
#include "app/models/history_model.h"
#include "app/text/bounded_text.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <ostream>
#include <string>

namespace quaywatch::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::size_t kHuge = 131'000;
/// The link "Show all" after a truncated text.
constexpr qsizetype kOffer = 40;

void expectBounded(const QString& text, const char* what)
{
    EXPECT_LE(text.size(), BoundedText::kLongest + kOffer) << what;
    static const QRegularExpression kBreak(u"[ \\n\\t\\x{2029}]"_s);
    for (const QString& word : text.split(kBreak)) {
        ASSERT_LE(word.size(), BoundedText::kLongestWord) << what << word.left(40).toStdString();
    }
}

void expectBoundedBlocks(const QTextDocument& page)
{
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
        expectBounded(block.text(), "a block of a page");
    }
}

void expectBoundedLabels(const QWidget& root)
{
    for (const auto* label : root.findChildren<QLabel*>()) {
        expectBounded(label->text(), "a label");
    }
}

/// A tool tip is HTML: its tags are not laid out.
void expectBoundedTip(const QString& html)
{
    expectBounded(QTextDocumentFragment::fromHtml(html).toPlainText(), "a tip");
}

std::string words(std::size_t size)
{
    std::string text;
    while (text.size() < size) {
        text += "word ";
    }
    return text;
}

ProcessPtr processCalled(const std::string& text, std::uint32_t pid = 4711)
{
    auto huge = std::make_shared<ProcessInfo>(*process(text, pid, 1000, text));
    huge->command = {text, text};
    huge->script = text;
    huge->workingDirectory = "/" + text;
    huge->exe = "/" + text;
    return huge;
}

struct Shape {
    const char* name;
    std::string text;
};

/// The parameter is not the text, because CTest prints it with the name of each test.
void PrintTo(const Shape& shape, std::ostream* out)
{
    *out << shape.name;
}

class LongText : public WindowTest, public testing::WithParamInterface<Shape> {
protected:
    void SetUp() override
    {
        SocketRecord listener = tcpListener(931)
                                    .ownedBy(processCalled(GetParam().text))
                                    .serviceContext(GetParam().text, GetParam().text);
        listener.assessment = {Verdict::Unexpected, Severity::High,
                               std::make_shared<const Message>(GetParam().text)};
        open({listener, tcpConnection("10.0.0.1", 4000, "10.0.0.2", 443)
                            .ownedBy(processCalled(GetParam().text))
                            .serviceContext(GetParam().text, GetParam().text)});
        QSignalSpy settled(window.get(), &MainWindow::detailsSettled);
        ASSERT_TRUE(window->selectPort(931));
        ASSERT_TRUE(settled.wait(5000));
    }
    [[nodiscard]] ValueDocument& details() const
    {
        return *window->findChild<DetailsPanel*>()->findChild<ValueDocument*>();
    }
};

INSTANTIATE_TEST_SUITE_P(Shapes, LongText,
                         testing::Values(Shape{"OneWord", std::string(kHuge, 'A')},
                                         Shape{"ManyWords", words(kHuge)},
                                         Shape{"NoText", std::string(kHuge, '\xff')}),
                         [](const auto& shape) { return std::string(shape.param.name); });

TEST_P(LongText, IsBoundedInTheDetails)
{
    expectBoundedBlocks(*details().document());
    expectBoundedLabels(*window);
}

TEST_P(LongText, IsCompleteInTheCopyOfTheDetails)
{
    const QString whole = window->findChild<DetailsPanel*>()->text();

    EXPECT_GT(whole.size(), static_cast<qsizetype>(2 * kHuge));
    EXPECT_FALSE(whole.contains(u"Show all"_s)) << "not part of the text";

    details().selectAll();
    details().copy();
    EXPECT_TRUE(QApplication::clipboard()->text() == details().wholeText());
}

TEST_P(LongText, IsBoundedInTheEndDialog)
{
    machine.restartingUnit = GetParam().text;
    machine.stopCommand = GetParam().text;
    machine.stop =
        UnitStop{{GetParam().text, GetParam().text, GetParam().text, GetParam().text}, {}, false};
    machine.refusal = GetParam().text;
    QSignalSpy plans(monitor.get(), &MonitorController::planReady);
    const EndProcessDialog dialog(*monitor, {931, Protocol::Tcp, {}}, ProcessSignal::Terminate);
    ASSERT_TRUE(plans.wait(5000));

    expectBoundedLabels(dialog);
    expectBoundedBlocks(*dialog.findChild<ValueDocument*>()->document());
    for (const auto* button : dialog.findChildren<QAbstractButton*>()) {
        EXPECT_LE(button->text().size(), 300) << button->text().toStdString();
    }
}

int expectBoundedCells(const QAbstractItemModel& model, const QModelIndex& parent)
{
    int texts = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (const int role : {int{Qt::DisplayRole}, int{Qt::AccessibleTextRole}}) {
                expectBounded(cell.data(role).toString(), "a cell");
            }
            expectBoundedTip(cell.data(Qt::ToolTipRole).toString());
            ++texts;
        }
        texts += expectBoundedCells(model, model.index(row, 0, parent));
    }
    return texts;
}

TEST_P(LongText, IsBoundedInEveryCellAndToolTip)
{
    for (const auto& name : {u"listeners"_s, u"connections"_s}) {
        ASSERT_TRUE(window->showView(name));
        EXPECT_GT(expectBoundedCells(*page().view().model(), {}), 10);
    }
}

TEST_P(LongText, IsBoundedInTheMenuOfTheRow)
{
    const auto context = page().context(page().view().currentIndex());
    ASSERT_TRUE(context.has_value());
    const RowMenu menu(*context);

    for (const auto* each : menu.findChildren<QMenu*>()) {
        for (const QAction* action : each->actions()) {
            EXPECT_LE(action->text().size(), 200);
        }
    }
}

TEST_P(LongText, IsBoundedAmongTheAlerts)
{
    AlertManager alerts(settings);
    AlertsPage page(&alerts);
    Alert alert;
    alert.reason = GetParam().text;
    alert.evidence.assign(Alert::kMaxEvidence, GetParam().text);
    alert.socket = std::make_shared<const SocketRecord>(
        tcpListener(931).ownedBy(processCalled(GetParam().text)));
    alerts.add({alert});

    ASSERT_TRUE(page.selectPort(931));

    expectBoundedLabels(page);
    expectBoundedCells(*page.findChild<QAbstractItemView*>()->model(), {});
}

TEST_P(LongText, IsBoundedInTheHistory)
{
    HistoryItem item;
    const QString text = QString::fromLatin1(GetParam().text);
    item.what = item.phrase = item.details = item.tip = text;
    item.subject = {};
    item.subject.protocol = Protocol::Tcp;
    item.subject.program = item.subject.executable = item.subject.user = text;
    item.subject.address = item.subject.place = text;
    HistoryModel model;

    model.setItems({item}, false, {});

    EXPECT_GT(expectBoundedCells(model, {}), 5);
}

TEST_P(LongText, IsBoundedInNoticesAndTheStatusLine)
{
    const QString text = QString::fromLatin1(GetParam().text);
    NoticeBar bar;

    bar.say(NoticeBar::Kind::Problem, text);

    expectBoundedLabels(bar);
    EXPECT_TRUE(bar.text() == text) << "the same text, so that it can be withdrawn";
    machine.snapshot.gaps = {{Gap::Kind::Owner, std::nullopt, GetParam().text, GetParam().text}};
    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());
    const auto& gaps = child<QToolButton>(u"gaps"_s);
    EXPECT_LE(gaps.text().size(), 200);
    expectBoundedTip(gaps.toolTip());
}

QString targetOf(const ValueDocument& page, const QString& label)
{
    for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextFragment fragment = piece.fragment();
            if (fragment.charFormat().isAnchor() && fragment.text().contains(label)) {
                return fragment.charFormat().anchorHref();
            }
        }
    }
    return {};
}

TEST(ValueDocument, ShowsALongTextInASeparateView)
{
    const QString text(131'000, u'A');
    ValueDocument page;
    page.begin();
    page.value(u"Command"_s, text);
    page.end();
    expectBoundedBlocks(*page.document());

    const QString target = targetOf(page, u"Show all"_s);
    ASSERT_FALSE(target.isEmpty());
    emit page.anchorClicked(QUrl(target));

    const auto* view = page.findChild<WholeTextView*>();
    ASSERT_NE(view, nullptr);
    EXPECT_EQ(QString(view->toPlainText()).remove(u'\n'), text);
}

TEST(ValueDocument, BoundsEveryKindOfText)
{
    const QString text(131'000, u'A');
    ValueDocument page;
    page.begin();
    page.title(text);
    page.heading(text);
    page.paragraph(text);
    page.notice(text, ValueDocument::Tone::Warning);
    page.bullet(text);
    page.value(text, text);
    page.link(text, text, text);
    page.action(text, text);
    page.command(text, text);
    page.end();

    expectBoundedBlocks(*page.document());
    EXPECT_EQ(page.wholeText().count(u'A'), 12 * text.size());
}

TEST(ValueDocument, CopiesTheWholeCommand)
{
    const QString text(131'000, u'A');
    ValueDocument page;
    page.begin();
    page.command(u"Linux"_s, text);
    page.end();

    emit page.anchorClicked(QUrl(targetOf(page, u"Copy"_s)));

    EXPECT_TRUE(QApplication::clipboard()->text() == text);
}

TEST(ValueDocument, ShowsTheFirstOfManyItemsAndCountsTheRest)
{
    QStringList many;
    std::vector<ValueDocument::Link> links;
    for (int i = 0; i < 10'000; ++i) {
        many.append(u"item %1"_s.arg(i));
        links.push_back({many.back(), u"inspect:%1"_s.arg(i)});
    }
    ValueDocument page;
    page.begin();
    page.values(u"Ports that close"_s, many);
    page.links(u"Shared with"_s, links);
    page.bullets(many);
    page.end();

    EXPECT_LT(page.document()->blockCount(), 160);
    EXPECT_EQ(page.toPlainText().count(u"and 9,980 more"_s), 3) << page.toPlainText().toStdString();
    EXPECT_EQ(page.wholeText().count(u"item 9999"_s), 3);
    emit page.anchorClicked(QUrl(targetOf(page, u"and 9,980 more"_s)));
    ASSERT_NE(page.findChild<WholeTextView*>(), nullptr);
    EXPECT_TRUE(page.findChild<WholeTextView*>()->toPlainText().endsWith(u"item 9999"_s));
}

TEST(ValueDocument, ShowsNoRestWhereThereIsNone)
{
    ValueDocument page;
    page.begin();
    page.values(u"Ports that close"_s, {u"a"_s, u"b"_s});
    page.bullets({u"c"_s});
    page.end();

    EXPECT_FALSE(page.toPlainText().contains(u"more"_s));
}

class ManyProcesses : public WindowTest {};

TEST_F(ManyProcesses, AreBoundedInTheDetailsAndTheEndDialog)
{
    SocketRecord listener = tcpListener(931);
    std::vector<ProcessPtr> owners;
    for (std::uint32_t pid = 1000; pid < 11'000; ++pid) {
        owners.push_back(process("worker", pid));
    }
    listener.ownerSet = std::make_shared<const OwnerSet>(owners.begin(), owners.end());
    listener.ownerState = OwnerState::Known;
    open({listener});
    QSignalSpy settled(window.get(), &MainWindow::detailsSettled);
    ASSERT_TRUE(window->selectPort(931));
    ASSERT_TRUE(settled.wait(5000));

    const auto* page = window->findChild<DetailsPanel*>()->findChild<ValueDocument*>();
    EXPECT_LT(page->document()->blockCount(), 200);
    EXPECT_TRUE(window->findChild<DetailsPanel*>()->text().contains(u"PID 10999"_s));
}

}  // namespace
}  // namespace quaywatch::test
