// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/details_panel.h"
#include "core/message/message_list.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::WindowTest;

/// A window with 300 listeners, on every tenth port, and as many connections.
class SocketPageTest : public WindowTest {
protected:
    void SetUp() override
    {
        settings.change([](SettingsValues& values) { values.hasReducedMotion = true; });
        open(sockets([](Port) { return true; }));
    }
    template <class Wanted>
    static std::vector<SocketRecord> sockets(Wanted isWanted)
    {
        std::vector<SocketRecord> all;
        for (std::uint32_t port = 1000; port < 4000; ++port) {
            if ((port % 10 == 0 || port % 10 == 5) && isWanted(static_cast<Port>(port))) {
                all.push_back(tcpListener(static_cast<Port>(port)).ownedBy(process("x")).id(port));
                all.push_back(tcpConnection("10.0.0.1", static_cast<Port>(port), "10.0.0.2", 443)
                                  .ownedBy(process("x")));
            }
        }
        return all;
    }
    void change(std::vector<SocketRecord> to)
    {
        machine.snapshot = test::snapshotOf(std::move(to));
        monitor->refreshNow();
        ASSERT_TRUE(waitForUpdate());
    }
    [[nodiscard]] QAbstractItemView& view() const { return page().view(); }
    [[nodiscard]] QModelIndex rowOf(Port port) const
    {
        const QAbstractItemModel& model = *view().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto* socket = model.index(row, 0).data(SocketRole).value<const SocketRecord*>();
            if (socket->key.localPort == port) {
                return model.index(row, 0);
            }
        }
        return {};
    }
    [[nodiscard]] int topOf(Port port) const { return view().visualRect(rowOf(port)).top(); }
    /// Scrolls a row to the top, and a few pixels further.
    void scrollTo(Port port)
    {
        view().scrollTo(rowOf(port), QAbstractItemView::PositionAtTop);
        view().verticalScrollBar()->setValue(view().verticalScrollBar()->value() + 5);
    }
    static bool isTenth(Port port) { return port % 10 == 0; }
};

TEST_F(SocketPageTest, AnEmptyPageSaysOnlyWhatIsKnown)
{
    const auto shown = [this](std::vector<Gap> gaps) {
        machine.snapshot = test::snapshotOf({});
        machine.snapshot.gaps = std::move(gaps);
        monitor->refreshNow();
        EXPECT_TRUE(waitForUpdate());
        return page().findChild<EmptyText*>()->findChild<QLabel*>()->text();
    };

    EXPECT_EQ(shown({}), u"Nothing listens on this machine"_s);
    EXPECT_EQ(shown({{Gap::Kind::Namespace, 2, "others", {}}}),
              u"Nothing listens in this network namespace; others are not listed"_s);
    EXPECT_EQ(shown({{Gap::Kind::Table, 1, Message(MessageId::UnreadableLines, "tcp"), {}}}),
              u"No listener was found, but not all socket tables could be read"_s);
    page().setFilter(Filter::parse("port:1").value());
    EXPECT_EQ(shown({}), u"No listener matches this filter"_s);
}

TEST_F(SocketPageTest, KeepsTheScrollPositionWhenRowsAboveChange)
{
    for (const auto& name : {u"listeners"_s, u"connections"_s}) {
        ASSERT_TRUE(window->showView(name));
        change(sockets(isTenth));
        scrollTo(2500);
        const int top = topOf(2500);

        change(sockets([](Port) { return true; }));
        EXPECT_EQ(topOf(2500), top) << "opened: " << name.toStdString();

        change(sockets([](Port port) { return port > 1700; }));
        EXPECT_EQ(topOf(2500), top) << "closed: " << name.toStdString();
    }
}

TEST_F(SocketPageTest, KeepsTheScrollPositionWhenRowsAboveExpand)
{
    change(sockets(isTenth));
    scrollTo(2500);
    const int top = topOf(2500);

    qobject_cast<QTreeView*>(&view())->expand(rowOf(2000));
    EXPECT_NE(topOf(2500), top);  // as if by the user
    scrollTo(2500);
    std::vector<SocketRecord> more = sockets(isTenth);
    more.push_back(tcpListener(2000, "127.0.0.1").ownedBy(process("y")).id(9));
    change(std::move(more));

    EXPECT_EQ(topOf(2500), top);
}

TEST_F(SocketPageTest, StaysAtTheTopAndShowsNewRowsThere)
{
    change(sockets([](Port port) { return port > 1500; }));
    ASSERT_EQ(view().verticalScrollBar()->value(), 0);

    change(sockets([](Port) { return true; }));

    EXPECT_EQ(topOf(1000), 0);
}

TEST_F(SocketPageTest, ListsNoListenerUnderConnectionsWithANestedFilter)
{
    const auto depth = static_cast<qsizetype>(Filter::kMaxDepth);
    ASSERT_TRUE(window->showView(u"connections"));
    ASSERT_EQ(view().model()->rowCount(), 600);

    window->setFilterText(QString(depth, u'(') + u"port:1010"_s + QString(depth, u')'));

    ASSERT_TRUE(QTest::qWaitFor([this] { return view().model()->rowCount() != 600; }));
    EXPECT_EQ(view().model()->rowCount(), 1);
}

TEST_F(SocketPageTest, SortsOnRequestWithoutFollowingTheRows)
{
    scrollTo(1500);
    const int scrolled = view().verticalScrollBar()->value();

    view().model()->sort(static_cast<int>(Column::LocalPort), Qt::DescendingOrder);

    EXPECT_EQ(view().verticalScrollBar()->value(), scrolled);
}

TEST_F(SocketPageTest, AFilterThatHidesTheSelectedRowClearsTheDetailsAndItComesBack)
{
    auto& tree = dynamic_cast<QTreeView&>(view());
    ASSERT_TRUE(window->selectPort(1005));
    tree.expand(rowOf(1005));

    window->setFilterText(u"port:1010"_s);
    EXPECT_EQ(page().currentSocket(), nullptr);
    EXPECT_FALSE(window->findChild<DetailsPanel*>()->pid()) << "no details of a hidden row";

    window->setFilterText({});
    ASSERT_NE(page().currentSocket(), nullptr);
    EXPECT_EQ(page().currentSocket()->key.localPort, 1005);
    EXPECT_TRUE(view().selectionModel()->isSelected(rowOf(1005)));
    EXPECT_TRUE(tree.isExpanded(rowOf(1005)));
    EXPECT_TRUE(window->findChild<DetailsPanel*>()->pid());
}

TEST_F(SocketPageTest, ARowSelectedUnderAFilterStaysSelectedWithoutIt)
{
    ASSERT_TRUE(window->selectPort(1005));
    window->setFilterText(u"port:1010"_s);
    ASSERT_TRUE(window->selectPort(1010));

    window->setFilterText({});

    EXPECT_EQ(page().currentSocket()->key.localPort, 1010);
    EXPECT_EQ(view().selectionModel()->selectedRows().size(), 1);
}

TEST_F(SocketPageTest, ActionsApplyToWhatIsHighlighted)
{
    ASSERT_TRUE(window->selectPort(1005));

    QTest::keyClick(&view(), Qt::Key_Down, Qt::ControlModifier);

    ASSERT_TRUE(view().selectionModel()->isSelected(rowOf(1005)));
    EXPECT_NE(view().currentIndex().row(), rowOf(1005).row());
    EXPECT_EQ(page().currentSocket()->key.localPort, 1005);
    view().clearSelection();
    EXPECT_EQ(page().currentSocket(), nullptr) << "nothing is highlighted";
    EXPECT_FALSE(page().currentEndTarget());
}

TEST_F(SocketPageTest, TheRowThatGetsTheFocusIsHighlighted)
{
    view().clearSelection();
    view().setCurrentIndex({});
    window->showView(u"connections"_s);
    page().focusTarget().setFocus();
    window->showView(u"listeners"_s);
    page().focusTarget().setFocus();
    QCoreApplication::processEvents();

    EXPECT_EQ(view().selectionModel()->isSelected(view().currentIndex()),
              view().currentIndex().isValid());
}

TEST_F(SocketPageTest, CopiesAPortWithItsSocketsAndEachRowOnce)
{
    change({tcpListener(22).ownedBy(process("sshd")).id(1),
            tcpListener(22, "127.0.0.1").ownedBy(process("sshd")).id(2),
            tcpListener(80).ownedBy(process("nginx")).id(3)});
    qobject_cast<QTreeView*>(&view())->expandAll();

    view().selectAll();

    QStringList ports;
    for (const QString& line : page().selectionText().split(u'\n')) {
        ports.append(line.section(u'\t', 0, 0));
    }
    EXPECT_EQ(ports, (QStringList{u"Port"_s, u"22"_s, u"22"_s, u"22"_s, u"80"_s, u"80"_s}))
        << "the titles, then the rows";
    EXPECT_EQ(page().uncopiedCount(), 0);
}

TEST_F(SocketPageTest, CopiesABoundedNumberOfRowsAndKeepsTheSelection)
{
    std::vector<SocketRecord> many;
    for (std::uint32_t port = 1; port <= SocketPage::kMaxCopied + 50U; ++port) {
        many.push_back(tcpListener(static_cast<Port>(port)).id(port));
    }
    change(many);
    view().selectAll();
    many.push_back(tcpListener(60000).id(60000));

    change(many);

    EXPECT_EQ(page().selectionText().count(u'\n'), SocketPage::kMaxCopied) << "below the titles";
    EXPECT_EQ(page().uncopiedCount(), 51);
    EXPECT_EQ(view().selectionModel()->selection().size(), 1);
    EXPECT_TRUE(view().selectionModel()->isSelected(rowOf(60000)));
}

}  // namespace

}  // namespace quaywatch
